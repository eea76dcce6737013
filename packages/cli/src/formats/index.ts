import type { FormatName } from '../options.ts'
import { csv } from './csv.ts'
import { json } from './json.ts'
import { markdown } from './markdown.ts'
import { ndjson } from './ndjson.ts'
import type { Format } from './sheet.ts'
import { table } from './table.ts'

/** Every format, one line each. */
export const formats: Readonly<Record<FormatName, Format>> = { table, json, ndjson, csv, markdown }
