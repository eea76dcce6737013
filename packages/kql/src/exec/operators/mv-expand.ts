import type { MvExpand } from '../../plan/plan.ts'
import { isBag } from '../../values/dynamic.ts'
import { caster } from '../cast.ts'
import type { Context, Row } from '../context.ts'
import { reader } from '../expressions.ts'
import { widener } from '../widener.ts'
import type { Operator } from './operator.ts'
import { rowCount } from './sort.ts'

// Null and scalars stand for themselves; an empty array or bag has no elements.
function elements(value: unknown, bags: MvExpand['bags']): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (!isBag(value)) return [value]
  return Object.entries(value).map(([key, item]) => (bags === 'bag' ? { [key]: item } : [key, item]))
}

/** The rows that one row expands to. */
export function expander(step: MvExpand, context: Context): (row: Row) => Row[] {
  const { width, bags, index } = step
  const limit = step.limit ? rowCount(step.limit, context) : Number.POSITIVE_INFINITY
  const cells = step.cells.map(({ value, target, type }) => ({
    read: reader(value, context),
    target,
    cast: caster(type),
  }))
  const widen = widener(width)
  return (row) => {
    const columns = cells.map(({ read, target, cast }) => ({ items: elements(read(row), bags), target, cast }))
    const count = Math.min(limit, Math.max(...columns.map(({ items }) => items.length)))
    return Array.from({ length: count }, (_, number) => {
      const made = widen(row)
      for (const { items, target, cast } of columns) made[target] = cast(items[number] ?? null)
      if (index !== undefined) made[index] = number
      return made
    })
  }
}

/** Makes one row per element of its dynamic cells, which are zipped to the longest. */
export const mvExpand: Operator<'mv-expand'> = (step, context) => {
  const expand = expander(step, context)
  return (rows) => rows.flatMap(expand)
}
