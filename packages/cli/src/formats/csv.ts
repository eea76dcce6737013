import { harmlessLines } from '../text/harmless.ts'
import { jsonText } from './json-text.ts'
import type { Format } from './sheet.ts'

/** RFC 4180 with a header line; nested values as JSON, unknown ones empty, and text that a spreadsheet would run behind a `'`. */
export const csv: Format = function* ({ columns, rows, isContinued }) {
  if (!isContinued) yield `${columns.map(({ name }) => quoted(name)).join(',')}\r`
  for (const row of rows) yield `${columns.map(({ name }) => quoted(cellOf(row[name]))).join(',')}\r`
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return guarded(harmlessLines(value))
  return harmlessLines(jsonText(value))
}

/** Full-width signs count, since some spreadsheets read them as the plain ones. */
const guarded = (text: string): string => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text)

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
