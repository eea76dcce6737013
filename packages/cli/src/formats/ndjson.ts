import { jsonText } from './json-text.ts'
import { picked } from './picked.ts'
import type { Format } from './sheet.ts'

/** One row a line, as JSON. */
export const ndjson: Format = ({ columns, rows }) => picked(rows, columns).map((row) => jsonText(row))
