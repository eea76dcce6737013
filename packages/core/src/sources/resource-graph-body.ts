import { readCells, resourceGraphColumns } from './cells.ts'
import type { Page } from './source.ts'

/** An answer of Resource Graph, or one page of it. */
export interface ResourceGraphBody {
  readonly columns: Page['columns']
  readonly rows: Page['rows']
  /** Rows of the whole answer. */
  readonly total: number
  /** The service will not send the rest. */
  readonly isTruncated: boolean
  /** Where the next page starts, if there is one. */
  readonly skipToken: string | undefined
}

interface Wire {
  readonly totalRecords?: unknown
  readonly count?: unknown
  readonly resultTruncated?: unknown
  readonly $skipToken?: unknown
  readonly data?: { readonly columns?: readonly { name: string; type: string }[]; readonly rows?: unknown[][] }
}

/** Reads a body in table format; undefined for one that has another shape, or fewer rows than it says. */
export function readResourceGraph(body: unknown): ResourceGraphBody | undefined {
  const { totalRecords, count, resultTruncated, $skipToken, data } = (body ?? {}) as Wire
  if (typeof totalRecords !== 'number' || !Array.isArray(data?.columns) || !Array.isArray(data.rows)) return undefined
  const columns = resourceGraphColumns(data.columns)
  const isWhole = data.rows.length === count && data.rows.every((row) => row.length === columns?.length)
  if (!columns || !isWhole) return undefined
  return {
    columns,
    rows: readCells(columns, data.rows, false),
    total: totalRecords,
    isTruncated: resultTruncated === 'true',
    skipToken: typeof $skipToken === 'string' && $skipToken !== '' ? $skipToken : undefined,
  }
}
