import type { Row } from './context.ts'

/** The columns of rows so far, by slot. */
interface Columns {
  reads: number
  readonly bySlot: (unknown[] | undefined)[]
}

const known = new WeakMap<readonly Row[], Columns>()

/** Says that these rows stay as they are for the queries to come. */
export function stay(rows: readonly Row[]): void {
  if (!known.has(rows)) known.set(rows, { reads: 0, bySlot: [] })
}

/** Whether a loop over these rows should read columns: they stay, and were read often enough that more loops will come. */
export function prefersColumns(rows: readonly Row[]): boolean {
  const columns = known.get(rows)
  return columns !== undefined && columns.reads++ >= 2
}

/** One column of rows that stay: its cells lie side by side, so that a loop over a few columns reads little memory. */
export function columnOf(rows: readonly Row[], slot: number): readonly unknown[] {
  const columns = known.get(rows)?.bySlot ?? []
  return (columns[slot] ??= collect(rows, slot))
}

/** Says that a column of rows that stay has changed nonetheless. */
export function forgetColumn(rows: readonly Row[], slot: number): void {
  delete known.get(rows)?.bySlot[slot]
}

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
