import type { Cell } from './tool.ts'

/** A header and rows as CSV by RFC 4180, with line feeds; an unknown cell is empty, and no line is. */
export const csv = (columns: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [columns, ...rows].map((cells) => cells.map(field).join(',') || '""').join('\n')

function field(cell: Cell): string {
  const text = String(cell ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
