import { UnsupportedKql } from '../../errors.ts'
import { lower } from '../expressions.ts'
import { from, lowerPipeline, followedBy } from '../pipelines.ts'
import { optionsOf, resultOf, type VerbLowering } from './verb.ts'

export const partition: VerbLowering = (operator, input, scope) => {
  optionsOf(operator, [])
  const key = lower(operator.part('ByExpression'), { scope, row: input.columns })
  const operand = operator.part('Operand')
  if (operand.kind !== 'PartitionSubquery')
    throw new UnsupportedKql('partition with a query of its own source', operand.at)
  const query = lowerPipeline(operand.part('Subquery'), scope, from({ kind: 'input' }, input.columns))
  return followedBy(input, resultOf(operator), { verb: 'partition', key, query })
}
