import { lower } from '../expressions.ts'
import { followedBy } from '../pipelines.ts'
import { everyColumn } from '../site.ts'
import { copyCells } from './project.ts'
import type { VerbLowering } from './verb.ts'
import { windowed } from './windows.ts'

export const where: VerbLowering = (operator, input, scope) => {
  const { site, steps } = windowed(input, scope)
  const predicate = lower(operator.part('Condition'), site)
  const filtered = followedBy(input, input.columns, ...steps, { verb: 'where', predicate })
  return steps.length === 0 ? filtered : followedBy(filtered, input.columns, copyCells(everyColumn(input.columns)))
}
