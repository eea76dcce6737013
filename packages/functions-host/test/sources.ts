import type { Page, Question, Source } from '@infra-analysis/core'

const sourceThat = (query: Source['query']): Source => ({ name: 'azure', now: () => new Date('2026-11-20'), query })
const pagesThat = (next: () => Promise<IteratorResult<Page>>): AsyncIterable<Page> => ({
  [Symbol.asyncIterator]: () => ({ next }),
})

/** A source without a row, and the questions that reached it. */
export function recording(): { readonly source: Source; readonly asked: Question[] } {
  const asked: Question[] = []
  async function* query(question: Question): AsyncGenerator<Page> {
    asked.push(question)
    yield { columns: [], rows: [], requests: 1, waitedMs: 0 }
  }
  return { source: sourceThat(query), asked }
}

/** A source that fails, and how often it was asked. */
export function failing(error: unknown): { readonly source: Source; readonly asked: Question[] } {
  const asked: Question[] = []
  const next = async () => {
    throw error
  }
  const query = (question: Question) => {
    asked.push(question)
    return pagesThat(next)
  }
  return { source: sourceThat(query), asked }
}

/** A source whose pages never come, and the signals by which it is told to stop. */
export function endless(): { readonly source: Source; readonly signals: AbortSignal[] } {
  const signals: AbortSignal[] = []
  const source = sourceThat(({ signal }) =>
    pagesThat(() => {
      if (signal) signals.push(signal)
      return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)))
    }),
  )
  return { source, signals }
}

/** Reads all pages. */
export async function drained(pages: AsyncIterable<Page>): Promise<readonly Page[]> {
  const read: Page[] = []
  for await (const page of pages) read.push(page)
  return read
}
