import { lower } from '../expressions.ts'
import { followedBy } from '../pipelines.ts'
import type { Aggregate } from '../plan.ts'
import { column } from '../site.ts'
import { resultOf, type VerbLowering } from './verb.ts'

/** `top-hitters N of x by y`: the service estimates the sums, here they are exact. */
export const topHitters: VerbLowering = (operator, input, scope) => {
  const columns = resultOf(operator)
  const site = { scope, row: input.columns }
  const by = operator.maybe('ByClause')?.part('Expression')
  const summed = by && lower(by, site)
  const value = column(columns, 1)
  const aggregate: Aggregate = {
    name: summed ? 'sum' : 'count',
    args: summed ? [summed] : [],
    type: value.type,
    at: operator.at,
  }
  return followedBy(
    input,
    columns,
    { verb: 'summarize', keys: [lower(operator.part('OfExpression'), site)], aggregates: [aggregate] },
    {
      verb: 'top',
      rows: lower(operator.part('Expression'), { scope, row: [] }),
      keys: [{ value, descending: true, nullsFirst: false }],
    },
  )
}
