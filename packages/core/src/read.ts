import type { z } from 'zod'
import type { Evidence, Warning } from './answer.ts'
import { InfraError } from './errors.ts'
import { columnsOf } from './columns.ts'
import { bind, parametersFor, type Values } from './kql/bind.ts'
import type { Query } from './kql/query.ts'
import { quickRow } from './quick-row.ts'
import type { Scope } from './scope.ts'
import type { Page, Source, Statistics } from './sources/source.ts'
import { together } from './sources/statistics.ts'
import type { Window } from './time.ts'

/** Where and how to ask. */
export interface Asking {
  readonly source: Source
  readonly scope: Scope
  readonly values: Values
  readonly window?: Window | undefined
  readonly signal?: AbortSignal | undefined
}

/** A query under way. */
export interface Reading<Row extends z.ZodObject> {
  /** Its rows as they arrive, checked. Throws the errors of the source, and RowMismatch; a table that the store lacks has no rows. */
  readonly pages: AsyncIterable<readonly z.output<Row>[]>
  /** What it took, and what is missing, as far as its pages were read. */
  soFar(): { readonly isCollected: boolean; readonly evidence: Evidence; readonly gaps: readonly Warning[] }
}

/** Binds a query and asks the source, no faster than its pages are read. */
export function read<Row extends z.ZodObject>(query: Query<Row>, asking: Asking): Reading<Row> {
  const { source, scope, signal } = asking
  const { name, engine } = query
  const kql = bind(query.kql, asking.values)
  const template = { kql: query.kql, parameters: parametersFor(query.kql, asking.values) }
  const key = columnsOf(query.row)[0]?.name
  const window = engine === 'log-analytics' ? asking.window : undefined
  const started = performance.now()
  const took = { rows: 0, pages: 0, requests: 0, waitedMs: 0 }
  const gaps: Warning[] = []
  let statistics: Statistics | undefined
  let isCollected = true

  async function* pages(): AsyncGenerator<readonly z.output<Row>[]> {
    try {
      for await (const page of source.query({ engine, kql, template, key, scope, window, signal })) {
        took.rows += page.rows.length
        took.pages += 1
        took.requests += page.requests
        took.waitedMs += page.waitedMs
        statistics = together(statistics, page.statistics)
        gaps.push(...(page.gaps ?? []))
        const quick = quickRow(query.row, page.columns)
        yield page.rows.map((cells) => quick(cells) ?? parseRow(query, page.columns, cells))
      }
    } catch (error) {
      if (!(error instanceof InfraError && error.code === 'TableAbsent')) throw error
      isCollected = false
    }
  }

  return {
    pages: pages(),
    soFar: () => ({
      isCollected,
      evidence: {
        query: name,
        engine,
        kql,
        scope,
        ...(window && { window: { from: window.from.toISOString(), to: window.to.toISOString() } }),
        ...took,
        ...statistics,
        durationMs: Math.round(performance.now() - started),
      },
      gaps,
    }),
  }
}

function parseRow<Row extends z.ZodObject>(
  query: Query<Row>,
  columns: Page['columns'],
  cells: readonly unknown[],
): z.output<Row> {
  const parsed = query.row.safeParse(Object.fromEntries(columns.map(({ name }, slot) => [name, cells[slot]])))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const wanted = columnsOf(query.row).find(({ name }) => name === issue?.path[0])
  throw new InfraError(
    'RowMismatch',
    `The store answered '${query.name}' with an unexpected value in column '${wanted?.name}' (${wanted?.type} expected)`,
    'This is a defect of infra-cli: please report it with the output of --show-kql.',
    parsed.error,
  )
}
