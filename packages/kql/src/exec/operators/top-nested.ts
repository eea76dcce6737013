import type { TopNested } from '../../plan/plan.ts'
import { ordering } from '../../values/compare.ts'
import { grouping } from '../aggregation.ts'
import type { Context, Row } from '../context.ts'
import { reader } from '../expressions.ts'
import { groupRows } from '../groups.ts'
import { keyReader } from '../keys.ts'
import type { Operator } from './operator.ts'
import { rowCount } from './sort.ts'

interface Found {
  readonly rows: readonly Row[]
  readonly cells: Row
}

/** Finds the best groups of rows: each with its key and what it is ranked by. */
function finder(
  { rows: size, of, by, aggregates, descending }: TopNested['levels'][number],
  context: Context,
): (rows: readonly Row[]) => Found[] {
  const count = size ? rowCount(size, context) : Number.POSITIVE_INFINITY
  const cellOf = reader(of, context)
  const keyOf = keyReader([of], context)
  const rankOf = reader(by, context)
  const { begin, step, finish } = grouping(aggregates, context)
  const order = ordering(descending, !descending)
  return (rows) =>
    Array.from(groupRows(rows, keyOf).values(), (group): Found => {
      const accumulators = begin()
      for (const row of group) step(accumulators, row)
      return { rows: group, cells: [cellOf(group[0] as Row), rankOf(finish(accumulators))] }
    })
      .toSorted((left, right) => order(left.cells[1], right.cells[1]))
      .slice(0, count)
}

/** Ranks the groups of the first level, within each those of the second, and so on; one row per path. */
export const topNested: Operator<'top-nested'> = ({ levels }, context) => {
  const finders = levels.map((level) => finder(level, context))
  const descend = (rows: readonly Row[], depth: number): Row[] => {
    const find = finders[depth]
    if (!find) return [[]]
    return find(rows).flatMap(({ rows: inner, cells }) => descend(inner, depth + 1).map((rest) => [...cells, ...rest]))
  }
  return (rows) => (rows.length === 0 ? [] : descend(rows, 0))
}
