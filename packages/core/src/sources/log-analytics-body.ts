import { readCells, logAnalyticsColumns, type WireColumn } from './cells.ts'
import { type ErrorBody, readError } from './error-body.ts'
import type { Page } from './source.ts'

/** An answer of Log Analytics. */
export interface LogAnalyticsBody {
  readonly columns: Page['columns']
  readonly rows: Page['rows']
  /** Why rows are missing, if some are. */
  readonly partial?: Partial
  readonly statistics?: Page['statistics']
}

/** Why an answer is not whole. */
export type Partial = 'limit' | 'memory' | 'other'

interface Wire {
  readonly tables?: readonly { readonly columns?: readonly WireColumn[]; readonly rows?: unknown[][] }[]
  readonly error?: unknown
  readonly statistics?: {
    readonly query?: {
      readonly executionTime?: unknown
      readonly inputDatasetStatistics?: { readonly rows?: { readonly scanned?: unknown } }
    }
  }
}

/** Reads a body, of which null is a workspace without data; undefined for one of another shape. */
export function readLogAnalytics(body: unknown): LogAnalyticsBody | undefined {
  if (body === null) return { columns: [], rows: [] }
  const { tables, error, statistics } = (body ?? {}) as Wire
  const { columns: named, rows } = tables?.[0] ?? {}
  if (!Array.isArray(named) || !Array.isArray(rows)) return undefined
  const columns = logAnalyticsColumns(named)
  if (!columns || rows.some((row) => row.length !== columns.length)) return undefined
  return {
    columns,
    rows: readCells(columns, rows, true),
    ...(error !== undefined && { partial: partialOf(readError(error)) }),
    ...statisticsIn(statistics),
  }
}

function partialOf({ texts }: ErrorBody): Partial {
  const text = texts.join(' ')
  if (/exceed\w* the set limit|E_QUERY_RESULT_SET_TOO_LARGE/.test(text)) return 'limit'
  return /E_LOW_MEMORY_CONDITION|E_RUNAWAY_QUERY|memory/i.test(text) ? 'memory' : 'other'
}

function statisticsIn(statistics: Wire['statistics']): Pick<LogAnalyticsBody, 'statistics'> {
  const seconds = statistics?.query?.executionTime
  const rowsScanned = statistics?.query?.inputDatasetStatistics?.rows?.scanned
  if (typeof seconds !== 'number' || typeof rowsScanned !== 'number') return {}
  return { statistics: { executionMs: Math.round(seconds * 1000), rowsScanned } }
}
