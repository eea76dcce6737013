import { picked } from './picked.ts'
import { jsonText } from './json-text.ts'
import type { Format } from './sheet.ts'

/** Everything that is known; indented on a terminal, on one line in a pipe. */
export const json: Format = ({ about, columns, rows }, { isTerminal }) => [
  jsonText({ ...about, columns, rows: picked(rows, columns) }, isTerminal ? 2 : undefined),
]
