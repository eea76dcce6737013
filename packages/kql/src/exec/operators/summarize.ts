import { type Group, grouping } from '../aggregation.ts'
import type { Row } from '../context.ts'
import { readers } from '../expressions.ts'
import { keyReader } from '../keys.ts'
import type { Operator } from './operator.ts'

/** Makes one row per group: its keys, then its aggregates. Without keys there is one group, even of no rows. */
export const summarize: Operator<'summarize'> = ({ keys, aggregates }, context) => {
  const { begin, step, finish } = grouping(aggregates, context)
  if (keys.length === 0) {
    return (rows) => {
      const group = begin()
      for (const row of rows) step(group, row)
      return [finish(group)]
    }
  }
  const keyOf = keyReader(keys, context)
  const keyCells = readers(keys, context)
  return (rows) => {
    const groups = new Map<unknown, { group: Group; cells: Row }>()
    for (const row of rows) {
      const key = keyOf(row)
      let found = groups.get(key)
      if (!found) {
        found = { group: begin(), cells: keyCells.map((read) => read(row)) }
        groups.set(key, found)
      }
      step(found.group, row)
    }
    return Array.from(groups.values(), ({ group, cells }) => [...cells, ...finish(group)])
  }
}
