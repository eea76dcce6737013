import { lower } from '../expressions.ts'
import { followedBy } from '../pipelines.ts'
import { copyCells } from './project.ts'
import { resultOf, type VerbLowering } from './verb.ts'

/** `sample-distinct N of x`: any distinct values; here the first ones. */
export const sampleDistinct: VerbLowering = (operator, input, scope) => {
  const columns = resultOf(operator)
  const value = lower(operator.part('OfExpression'), { scope, row: input.columns })
  const rows = lower(operator.part('Expression'), { scope, row: [] })
  return followedBy(
    input,
    columns,
    copyCells([value]),
    { verb: 'distinct', types: columns.map(({ type }) => type) },
    { verb: 'take', rows },
  )
}
