import type { Page } from '@infra-analysis/core'
import type { Table } from '@infra-analysis/kql'

/** Rows in a page of Resource Graph. */
const pageSize = 1000

/** The most that one answer of Log Analytics holds. */
export interface Caps {
  readonly rows: number
  readonly bytes: number
}

/** The caps of the service. */
export const caps: Caps = { rows: 500_000, bytes: 64_000_000 }

/** An answer of Resource Graph: a thousand rows a page. */
export function* resourceGraphPages({ columns, rows }: Table): Generator<Page> {
  for (let start = 0; start === 0 || start < rows.length; start += pageSize) {
    yield { columns, rows: rows.slice(start, start + pageSize), requests: 1, waitedMs: 0 }
  }
}

/** An answer of Log Analytics: all rows in one page, or those that fit with a word about the rest. */
export function* logAnalyticsPages({ columns, rows }: Table): Generator<Page> {
  const { count, exceeded } = surelyFits(rows) ? { count: rows.length, exceeded: undefined } : fitting(rows, caps)
  const page: Page = { columns, rows: rows.slice(0, count), requests: 1, waitedMs: 0 }
  yield exceeded ? { ...page, gaps: [partial] } : page
}

// Nearly all answers are so small that nobody need count their bytes.
function surelyFits(rows: Table['rows']): boolean {
  let bytes = 0
  for (const row of rows) for (const cell of row) bytes += typeof cell === 'object' ? lengthOf(cell) : mostOf(cell)
  return rows.length <= caps.rows && bytes <= caps.bytes
}

const lengthOf = (cell: unknown): number => JSON.stringify(cell).length + 1

// A character is escaped by six, and a number has 24 at most.
const mostOf = (cell: unknown): number => (typeof cell === 'string' ? 6 * cell.length + 3 : 25)

/** How many of the rows fit, how many bytes they have, and which cap the next one exceeds. */
export function fitting(
  rows: Table['rows'],
  most: Caps,
): { readonly count: number; readonly bytes: number; readonly exceeded?: keyof Caps } {
  let bytes = 0
  for (const [count, row] of rows.entries()) {
    const size = JSON.stringify(row).length
    if (count === most.rows) return { count, bytes, exceeded: 'rows' }
    if (bytes + size > most.bytes) return { count, bytes, exceeded: 'bytes' }
    bytes += size
  }
  return { count: rows.length, bytes }
}

const partial = {
  code: 'partial',
  message: 'Log Analytics cut the answer off: it has more than 500,000 rows or 64,000,000 bytes.',
  hint: 'Ask for fewer machines or a shorter time.',
}
