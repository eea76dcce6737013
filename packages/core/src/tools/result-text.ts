import { cellOf, fullLengths } from './cell.ts'
import { csv } from './csv.ts'
import { fenceOf } from './fence.ts'
import type { Results } from './results.ts'

/** A whole result as CSV, its cells as on a page; undefined when it has expired, never was, or is another caller's. */
export function resultText(results: Results, handle: string, caller = ''): string | undefined {
  const result = results.find(handle, caller)
  if (!result) return undefined
  const { columns, prose, rows } = result
  const fence = fenceOf()
  return csv(
    columns.map(({ name }) => name),
    rows.map((cells) =>
      columns.map((column, i) => cellOf(cells[i], column, prose.has(column.name), fullLengths, fence)),
    ),
  )
}
