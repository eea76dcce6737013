import { parseExact } from './exact-json.ts'
import type { ColumnType, Page } from './source.ts'

/** A column as a service names it. */
export interface WireColumn {
  readonly name: string
  readonly type: string
}

const resourceGraphTypes: Readonly<Record<string, ColumnType>> = {
  string: 'string',
  integer: 'long',
  number: 'real',
  boolean: 'bool',
  object: 'dynamic',
  datetime: 'datetime',
}

const kqlTypes: readonly string[] = [
  'bool',
  'int',
  'long',
  'real',
  'decimal',
  'datetime',
  'timespan',
  'guid',
  'string',
  'dynamic',
]

/** The columns of a Resource Graph answer with their KQL types, or undefined for a type that it does not have. */
export const resourceGraphColumns = (columns: readonly WireColumn[]): Page['columns'] | undefined =>
  typed(columns, (type) => resourceGraphTypes[type])

/** The columns of a Log Analytics answer, or undefined for a type that KQL does not have. */
export const logAnalyticsColumns = (columns: readonly WireColumn[]): Page['columns'] | undefined =>
  typed(columns, (type) => (kqlTypes.includes(type) ? (type as ColumnType) : undefined))

function typed(
  columns: readonly WireColumn[],
  typeOf: (type: string) => ColumnType | undefined,
): Page['columns'] | undefined {
  const found = columns.flatMap(({ name, type }) => {
    const known = typeOf(type)
    return known ? [{ name, type: known }] : []
  })
  return found.length === columns.length ? found : undefined
}

/** Turns the cells of rows into those of a Page, in place. Dynamic comes as text from Log Analytics, as JSON from Resource Graph. */
export function readCells(columns: Page['columns'], rows: unknown[][], isDynamicText: boolean): Page['rows'] {
  for (const [slot, { type }] of columns.entries()) {
    const read = type === 'dynamic' && !isDynamicText ? asItIs : readerOf[type]
    if (read !== asItIs) for (const row of rows) row[slot] = read(row[slot])
  }
  return rows
}

const asItIs = (cell: unknown): unknown => cell
const orEmpty = (cell: unknown): unknown => cell ?? ''

const readerOf: Readonly<Record<ColumnType, (cell: unknown) => unknown>> = {
  bool: (cell) => (typeof cell === 'number' ? cell !== 0 : cell),
  int: asItIs,
  long: asItIs,
  real: asItIs,
  decimal: asItIs,
  datetime: (cell) => (typeof cell === 'string' ? instant(cell) : cell),
  timespan: asItIs,
  guid: asItIs,
  string: orEmpty,
  dynamic: (cell) => (typeof cell === 'string' ? fromText(cell) : cell),
}

const time = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,7}))?(?:Z|\+00:00)?$/

/** A time with seven decimals, so that times sort as text; what is no time in UTC stays as it is. */
function instant(text: string): string {
  const [, seconds, fraction = ''] = time.exec(text) ?? []
  return seconds ? `${seconds}.${fraction.padEnd(7, '0')}Z` : text
}

/** Text that is no JSON is a string. */
function fromText(text: string): unknown {
  try {
    return parseExact(text)
  } catch {
    return text
  }
}
