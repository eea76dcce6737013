import type { ScalarType, Table } from '@infra-analysis/kql'
import { cellsWriter } from './cells.ts'
import type { GraphAnswer } from './graph-answers.ts'
import type { Place } from './skip-token.ts'

/** Which page of an answer, and in which form. */
export interface PageWanted extends Place {
  readonly top: number
  readonly format: 'objectArray' | 'table'
  /** Whether half of the page is lost. */
  readonly isCut: boolean
}

/** The body of a page; `next` makes the skip token to the one behind it. */
export function graphPage(
  { columns, total, canContinue, rowsFrom }: GraphAnswer,
  { offset, page, drift, top, format, isCut }: PageWanted,
  next: (place: Place) => string,
): string {
  const totalNow = total + drift
  const end = Math.min(offset + top, totalNow)
  const whole = rowsFrom(offset - drift, end - drift)
  const shown = isCut ? whole.slice(0, Math.floor(whole.length / 2)) : whole
  const goesOn = canContinue && !isCut && end < totalNow
  const facts = [
    `"totalRecords":${totalNow}`,
    `"count":${shown.length}`,
    `"resultTruncated":"${!canContinue || isCut}"`,
    ...(goesOn ? [`"$skipToken":"${next({ offset: end, page: page + 1, drift })}"`] : []),
    `"facets":[]`,
    `"data":${format === 'table' ? tableText(columns, shown) : objectsText(columns, shown)}`,
  ]
  return `{${facts.join()}}`
}

type Rows = Table['rows']

function objectsText(columns: GraphAnswer['columns'], rows: Rows): string {
  const write = cellsWriter('resource-graph', columns, (name) => `${JSON.stringify(name)}:`)
  return `[${rows.map((row) => `{${write(row)}}`).join()}]`
}

function tableText(columns: GraphAnswer['columns'], rows: Rows): string {
  const write = cellsWriter('resource-graph', columns)
  const header = columns.map(({ name, type }) => ({ name, type: typeNames[type] }))
  return `{"columns":${JSON.stringify(header)},"rows":[${rows.map((row) => `[${write(row)}]`).join()}]}`
}

const typeNames: Readonly<Record<ScalarType, string>> = {
  bool: 'boolean',
  int: 'integer',
  long: 'integer',
  real: 'number',
  decimal: 'number',
  datetime: 'datetime',
  timespan: 'string',
  guid: 'string',
  string: 'string',
  dynamic: 'object',
}
