import type { Cells } from '../table.ts'
import type { Row } from './context.ts'

/** Rows by their columns, in the engine's form. */
export interface Frame {
  readonly length: number
  readonly width: number
  readonly column: (slot: number) => Cells
  /** The same rows as arrays. */
  readonly rows: () => readonly Row[]
}

/** Rows on their way from one stage of a query to the next. */
export type Rows = Frame | readonly Row[]

/** Whether rows are there by their columns. */
export const isFrame = (rows: Rows): rows is Frame => !Array.isArray(rows)

/** Rows as arrays. */
export const arraysOf = (rows: Rows): readonly Row[] => (isFrame(rows) ? rows.rows() : rows)

/** The frame that columns of this length make up. */
export function frameOf(columns: readonly Cells[], length: number): Frame {
  let rows: Row[] | undefined
  return {
    length,
    width: columns.length,
    column: (slot) => columns[slot] as Cells,
    rows: () => (rows ??= Array.from({ length }, (_, index) => columns.map((cells) => cells[index]))),
  }
}
