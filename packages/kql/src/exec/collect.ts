import type { Row } from './context.ts'

/** Begins with `cells` and adds a column's cells, whose fractions are copied: they come to lie side by side. */
export function collect(rows: readonly Row[], slot: number, cells: unknown[] = []): unknown[] {
  const copy = new Float64Array(1)
  for (const row of rows) {
    const cell = row[slot]
    if (typeof cell !== 'number') cells.push(cell)
    else {
      copy[0] = cell
      cells.push(copy[0])
    }
  }
  return cells
}
