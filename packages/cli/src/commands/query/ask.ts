import type { Evidence, Page, Place, Question, Warning } from '@infra-analysis/core'
import { storeError } from './store-error.ts'

/** A query under way: what it took, and what is missing, as far as its pages were read. */
export interface Asking {
  readonly asOf: string
  readonly pages: AsyncIterable<Page>
  readonly evidence: () => Evidence
  readonly gaps: readonly Warning[]
  /** Whether rows are left behind the limit. */
  readonly hasMore: () => boolean
}

/**
 * Asks a query, and no further than to know that there are more rows than the limit. Its pages throw the errors of the source, and
 * InvalidInput for a query that it rejects.
 */
export function ask({ source, scope }: Place, question: Omit<Question, 'scope'>, limit = Infinity): Asking {
  const started = performance.now()
  const gaps: Warning[] = []
  const sum = { rows: 0, pages: 0, requests: 0, waitedMs: 0 }
  let hasMore = false

  async function* pages(): AsyncGenerator<Page> {
    for await (const page of source.query({ ...question, scope })) {
      const rows = page.rows.slice(0, limit - sum.rows)
      hasMore = rows.length < page.rows.length
      sum.rows += rows.length
      sum.pages += 1
      sum.requests += page.requests
      sum.waitedMs += page.waitedMs
      gaps.push(...(page.gaps ?? []))
      if (rows.length > 0 || sum.pages === 1) yield { ...page, rows }
      if (hasMore) return
    }
  }

  return {
    asOf: source.now().toISOString(),
    pages: translated(pages(), question.kql),
    evidence: () => ({
      query: 'query',
      engine: question.engine,
      kql: question.kql,
      scope,
      ...sum,
      durationMs: Math.round(performance.now() - started),
    }),
    gaps,
    hasMore: () => hasMore,
  }
}

async function* translated(pages: AsyncIterable<Page>, kql: string): AsyncGenerator<Page> {
  try {
    yield* pages
  } catch (error) {
    throw await storeError(error, kql)
  }
}
