import { compareRows } from './row-order.ts'
import type { SortKey } from './query-shape.ts'
import type { Page } from './source.ts'
import { together } from './statistics.ts'

type Pages = AsyncIterable<Page>

/** Rows in a page that is made of others. */
const pageSize = 1000

/**
 * The answer that parts of a question give together: sorted like each of them, or else in the order in which pages arrive. Of each
 * part, one page at most is fetched before it is wanted.
 */
export async function* merged(parts: readonly Pages[], order: readonly SortKey[] | undefined): AsyncGenerator<Page> {
  const [only, ...others] = parts
  if (only && others.length === 0) yield* ahead(only)
  else if (order) yield* inOrder(parts.map(ahead), order)
  else yield* asTheyCome(parts.map((part) => part[Symbol.asyncIterator]()))
}

/** The same pages, each asked for while the one before is in use. */
async function* ahead(pages: Pages): AsyncGenerator<Page, void> {
  const iterator = pages[Symbol.asyncIterator]()
  let next = iterator.next()
  for (;;) {
    const page = await next
    if (page.done) return
    next = iterator.next()
    ignored(next)
    yield page.value
  }
}

/** Whoever stops reading never sees how the page ahead ends. */
const ignored = (page: Promise<unknown>): void => void page.catch(() => undefined)

async function* asTheyCome(parts: readonly AsyncIterator<Page>[]): AsyncGenerator<Page> {
  const next = (part: AsyncIterator<Page>) => {
    const coming = part.next().then((result) => ({ part, result }))
    ignored(coming)
    return coming
  }
  const coming = new Map(parts.map((part) => [part, next(part)]))
  while (coming.size > 0) {
    const { part, result } = await Promise.race(coming.values())
    if (result.done) {
      coming.delete(part)
    } else {
      coming.set(part, next(part))
      yield result.value
    }
  }
}

/** A part with the page that is being read. */
interface Head {
  readonly part: AsyncIterator<Page>
  readonly page: Page
  row: number
}

async function* inOrder(parts: readonly AsyncIterator<Page>[], order: readonly SortKey[]): AsyncGenerator<Page> {
  let page = blank
  const take = async (part: AsyncIterator<Page>): Promise<Head | undefined> => {
    for (;;) {
      const { value, done } = await part.next()
      if (done) return undefined
      page = withEffort(page, value)
      if (value.rows.length > 0) return { part, page: value, row: 0 }
    }
  }
  const heads = (await Promise.all(parts.map(take))).filter((head) => head !== undefined)
  const isBefore = compareRows(page.columns, order)
  let rows: (readonly unknown[])[] = []
  while (heads.length > 0) {
    const first = heads.reduce((least, head) => (isBefore(rowOf(head), rowOf(least)) < 0 ? head : least))
    rows.push(rowOf(first))
    first.row += 1
    if (first.row === first.page.rows.length) {
      const following = await take(first.part)
      heads.splice(heads.indexOf(first), 1, ...(following ? [following] : []))
    }
    if (rows.length === pageSize) {
      yield { ...page, rows }
      rows = []
      page = { ...blank, columns: page.columns }
    }
  }
  if (rows.length > 0 || page.requests > 0) yield { ...page, rows }
}

const rowOf = ({ page, row }: Head): readonly unknown[] => page.rows[row] ?? []

const blank: Page = { columns: [], rows: [], requests: 0, waitedMs: 0 }

/** A page to be filled with rows of others, with what these took and what they lack. */
function withEffort(page: Page, { columns, requests, waitedMs, statistics, gaps = [] }: Page): Page {
  const all = together(page.statistics, statistics)
  return {
    columns: page.columns.length > 0 ? page.columns : columns,
    rows: [],
    requests: page.requests + requests,
    waitedMs: page.waitedMs + waitedMs,
    ...(all && { statistics: all }),
    gaps: [...(page.gaps ?? []), ...gaps],
  }
}
