import type { Row } from './context.ts'
import type { Reader } from './expressions.ts'

/** Rows by key, in the order in which the keys first come. */
export function groupRows(rows: readonly Row[], keyOf: Reader): Map<unknown, Row[]> {
  const groups = new Map<unknown, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}
