import { isRightAligned } from './cell.ts'
import { headerOf } from './header.ts'
import type { Format } from './sheet.ts'

/** The headline, where there is one, and a GitHub table; no cell can break out of it, link or mention. */
export const markdown: Format = function* ({ headline, columns, rows, textOf }) {
  if (headline !== undefined) yield* [escaped(headline), '']
  yield line(columns.map((column) => escaped(headerOf(column))))
  yield line(columns.map((column) => (isRightAligned(column) ? '---:' : '---')))
  for (const row of rows) yield line(columns.map((column) => escaped(textOf(row[column.name], column))))
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const active = /[\\`*[\]|~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '@': '&#64;' }

const escaped = (text: string): string =>
  text.replace(active, String.raw`\$&`).replace(/[&<>@]/g, (character) => entities[character] ?? '')
