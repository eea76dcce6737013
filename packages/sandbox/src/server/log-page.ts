import { tokens, type Table } from '@infra-analysis/kql'
import { fitting, type Caps } from '../pages.ts'
import { cellsWriter } from './cells.ts'
import type { LogQuestion } from './log-analytics-request.ts'

const rowsAPiece = 500

/** How an answer is cut off and what it took. */
export interface LogPageOptions {
  readonly caps: Caps
  /** Whether half of the rows are lost, as if they were too many. */
  readonly isCut: boolean
  readonly executionMs: number
  readonly rowsScanned: number
}

/** The body of an answer, a piece at a time: the rows that fit, and PartialError when there are more. */
export function* logPage(
  { columns, rows }: Table,
  { kql, statistics, render }: LogQuestion,
  { caps, isCut, executionMs, rowsScanned }: LogPageOptions,
): Generator<string> {
  const fit = fitting(rows, caps)
  const count = isCut ? Math.floor(fit.count / 2) : fit.count
  const exceeded = isCut ? 'bytes' : fit.exceeded
  const write = cellsWriter('log-analytics', columns)
  yield `{"tables":[{"name":"PrimaryResult","columns":${JSON.stringify(columns)},"rows":[`
  for (let from = 0; from < count; from += rowsAPiece) {
    const piece = rows.slice(from, Math.min(from + rowsAPiece, count)).map((row) => `[${write(row)}]`)
    yield `${from > 0 ? ',' : ''}${piece.join()}`
  }
  yield ']}]'
  if (statistics)
    yield `,"statistics":${JSON.stringify(statisticsOf(executionMs, rowsScanned, { tableRowCount: count, tableSize: fit.bytes }))}`
  if (render) yield `,"render":${JSON.stringify(renderingOf(kql))}`
  if (exceeded) yield `,"error":${JSON.stringify(partialError(exceeded, caps))}`
  yield '}'
}

const none = { hits: 0, misses: 0, total: 0 }

const statisticsOf = (executionMs: number, scanned: number, answer: object) => ({
  query: {
    executionTime: executionMs / 1000,
    resourceUsage: {
      cache: { memory: none, disk: none },
      cpu: { user: '00:00:00', kernel: '00:00:00', 'total cpu': '00:00:00' },
      memory: { peak_per_node: 0 },
    },
    inputDatasetStatistics: {
      extents: { total: 1, scanned: 1 },
      rows: { total: scanned, scanned },
      rowstores: { scanned_rows: 0, scanned_values_size: 0 },
      shards: { queriesGeneric: 0, queriesSpecialized: 0 },
    },
    datasetStatistics: [answer],
  },
})

function renderingOf(kql: string) {
  const words = tokens(kql).map(({ text }) => text)
  const at = words.lastIndexOf('render')
  const visualization = at < 0 ? null : (words[at + 1] ?? null)
  return { visualization, title: null, accumulate: false, isQuerySorted: false, kind: null, annotation: '', by: null }
}

const partialError = (exceeded: keyof Caps, caps: Caps) => ({
  code: 'PartialError',
  message: 'The answer is not whole.',
  details: [
    {
      code: 'EngineError',
      message: 'Something went wrong while the query ran.',
      innererror: {
        code: '-2133196797',
        message: `The results of this query exceed the set limit of ${caps[exceeded]} ${exceeded === 'rows' ? 'records' : 'bytes'}, so not all records were returned (E_QUERY_RESULT_SET_TOO_LARGE).`,
        severity: 2,
        severityName: 'Error',
      },
    },
  ],
})
