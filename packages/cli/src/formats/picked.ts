import type { Column, Row } from './sheet.ts'

/** The rows with these columns only, in this order. */
export const picked = (rows: readonly Row[], columns: readonly Column[]): readonly Row[] =>
  rows.map((row) => Object.fromEntries(columns.map(({ name }) => [name, row[name]])))
