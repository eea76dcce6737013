import { UnsupportedKql } from '../../errors.ts'
import type { Expression } from '../../plan/plan.ts'
import type { Context } from '../context.ts'
import { constantOf, readers } from '../expressions.ts'
import { orderOf, pick } from '../order.ts'
import { topOf } from '../top.ts'
import type { Operator } from './operator.ts'

/** Sorts; equal rows keep their order. */
export const sort: Operator<'sort'> =
  ({ keys }, context) =>
  (rows) =>
    pick(rows, orderOf(rows, keys, context))

/** The first rows of a sort, found with a heap instead of sorting everything. */
export const top: Operator<'top'> = ({ rows: size, keys }, context) => {
  const count = rowCount(size, context)
  const cells = readers(
    keys.map(({ value }) => value),
    context,
  )
  return (rows) => {
    const kept = topOf(count, keys)
    for (const row of rows)
      kept.offer(
        cells.map((read) => read(row)),
        row,
      )
    return kept.rows()
  }
}

/** The first rows as they come. */
export const take: Operator<'take'> = ({ rows: size }, context) => {
  const count = rowCount(size, context)
  return (rows) => rows.slice(0, count)
}

/** The number of rows that an expression asks for. */
export function rowCount(size: Expression, context: Context): number {
  const count = constantOf(size, context)
  if (typeof count !== 'number' || count < 0) throw new UnsupportedKql(`taking ${String(count)} rows`)
  return count
}
