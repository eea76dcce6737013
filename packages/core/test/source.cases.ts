import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page, Question, Scope, Source, Window } from '../src/index.ts'

/** A source, and what is there to be asked. */
export interface Subject {
  readonly source: Source
  /** Subscriptions that can be read, each with a resource in it. */
  readonly subscriptions: readonly string[]
  /** A workspace with heartbeats in the window. */
  readonly workspace: string
  readonly window: Window
  /** A workspace without a certain table. */
  readonly lacking?: { readonly workspace: string; readonly table: string }
  /** Resources in all subscriptions, where that is known. */
  readonly resources?: number
  close?(): Promise<void>
}

const nowhere = '00000000-0000-4000-8000-00000000dead'

/** What every source has to do, whatever stands behind it. */
export function sourceCases(name: string, make: () => Promise<Subject>): void {
  describe(name, () => {
    let subject: Subject
    beforeAll(async () => {
      subject = await make()
    })
    afterAll(async () => subject.close?.())

    const graph = (kql: string, rest: Partial<Question> = {}) =>
      answer(subject.source, {
        engine: 'resource-graph',
        kql,
        scope: { subscriptions: subject.subscriptions },
        ...rest,
      })
    const logs = (kql: string, rest: Partial<Question> = {}) =>
      answer(subject.source, {
        engine: 'log-analytics',
        kql,
        scope: { workspaces: [subject.workspace] },
        window: subject.window,
        ...rest,
      })
    const everyId = 'resources | project id = tolower(id), subscriptionId | order by id asc'

    test('every row arrives, once, in the order of the query', async () => {
      const [[count]] = (await graph('resources | summarize rows = count()')).rows as [[number]]
      const { rows, gaps } = await graph(everyId, { key: 'id' })
      const ids = rows.map(([id]) => String(id))
      expect(gaps).toEqual([])
      expect(ids).toHaveLength(count)
      expect(new Set(ids).size).toBe(count)
      expect(ids).toEqual(ids.toSorted())
      if (subject.resources !== undefined) expect(count).toBe(subject.resources)
    })

    test.each([1000, 1001, 2000, 2500])('%i rows are as many pages as they fill', async (rows) => {
      if (subject.resources === undefined) return
      const found = await graph(`resources | project id = tolower(id) | top ${rows} by id asc`, { key: 'id' })
      expect(found.pages.map((page) => page.rows.length)).toEqual(pagesOf(rows))
      expect(new Set(found.rows.map(([id]) => id)).size).toBe(rows)
    })

    test('the subscriptions of the scope are asked, and no others', async () => {
      for (const scope of [subject.subscriptions, subject.subscriptions.slice(0, 1)]) {
        const { rows } = await graph('resources | distinct subscriptionId', { scope: { subscriptions: scope } })
        expect(rows.map(([id]) => String(id)).toSorted()).toEqual(scope.toSorted())
      }
    })

    test('a scope of which nothing can be read is refused', async () => {
      await expect(graph(everyId, { scope: { subscriptions: [nowhere] } })).rejects.toMatchObject({
        code: 'AccessDenied',
      })
    })

    test('no rows are an answer with columns', async () => {
      const [first] = (await graph(`resources | where type == 'none' | project id, n = 1`)).pages
      expect(first).toMatchObject({ columns: [{ name: 'id', type: 'string' }, { name: 'n' }], rows: [] })
      const [page] = (await logs(`Heartbeat | where Computer == 'nobody' | project TimeGenerated, Computer`)).pages
      expect(page).toMatchObject({
        columns: [
          { name: 'TimeGenerated', type: 'datetime' },
          { name: 'Computer', type: 'string' },
        ],
        rows: [],
      })
    })

    test('values of every type survive in Resource Graph', async () => {
      const { rows } = await graph(`resources | take 1 | project ${cells}`)
      expect(rows).toEqual([values])
    })

    test('values of every type survive in Log Analytics', async () => {
      const { rows, pages } = await logs(`Heartbeat | take 1 | project ${cells}, ${logCells}`)
      expect(rows).toEqual([[...values, ...logValues]])
      expect(pages[0]?.columns.map(({ type }) => type)).toEqual([...types, ...logTypes])
    })

    test('a window limits what is seen', async () => {
      const times = 'Heartbeat | summarize firstAt = min(TimeGenerated), lastAt = max(TimeGenerated), beats = count()'
      const [from, to] = [subject.window.from.getTime(), subject.window.to.getTime()]
      const half = { from: new Date((from + to) / 2), to: subject.window.to }
      const [[first, last, rows]] = (await logs(times, { window: half })).rows as [[string, string, number]]
      const [[, , all]] = (await logs(times)).rows as [[string, string, number]]
      expect(new Date(first).getTime()).toBeGreaterThanOrEqual(half.from.getTime())
      expect(new Date(last).getTime()).toBeLessThanOrEqual(half.to.getTime())
      expect(rows).toBeGreaterThan(0)
      expect(rows).toBeLessThan(all)
    })

    test('a table that the workspace lacks is told from a query that is wrong', async ({ skip }) => {
      const { lacking } = subject
      if (!lacking) return skip('no workspace is known to lack a table')
      const scope: Scope = { workspaces: [lacking.workspace] }
      await expect(logs(`${lacking.table} | take 1`, { scope })).rejects.toMatchObject({
        code: 'TableAbsent',
        message: `The workspace has no table ${lacking.table}`,
      })
    })

    test('a query that is not valid is rejected', async () => {
      await expect(graph('resources | where nothing == 1')).rejects.toMatchObject({ code: 'QueryRejected' })
      await expect(logs('Heartbeat | where nothing == 1')).rejects.toMatchObject({ code: 'QueryRejected' })
      await expect(logs('Heartbeat | wher')).rejects.toMatchObject({ code: 'QueryRejected' })
    })

    test('a workspace that nobody knows is refused', async () => {
      await expect(logs('Heartbeat | take 1', { scope: { workspaces: [nowhere] } })).rejects.toMatchObject({
        code: 'AccessDenied',
      })
    })

    test('who has aborted gets no more rows', async () => {
      const aborted = AbortSignal.abort()
      await expect(graph(everyId, { signal: aborted })).rejects.toMatchObject({ code: 'Cancelled' })
      await expect(logs('Heartbeat | take 1', { signal: aborted })).rejects.toMatchObject({ code: 'Cancelled' })
      if (subject.resources === undefined) return
      const stop = new AbortController()
      const question = { engine: 'resource-graph', kql: everyId, scope: {}, signal: stop.signal } as const
      const pages = subject.source.query(question)[Symbol.asyncIterator]()
      await pages.next()
      stop.abort()
      await expect(pages.next()).rejects.toMatchObject({ code: 'Cancelled' })
    })

    test('every page took a request', async () => {
      const { pages } = await graph(everyId)
      expect(pages.every(({ requests }) => requests >= 1)).toBe(true)
    })
  })
}

async function answer(source: Source, question: Question) {
  const pages: Page[] = []
  for await (const page of source.query(question)) pages.push(page)
  return { pages, rows: pages.flatMap(({ rows }) => rows), gaps: pages.flatMap(({ gaps = [] }) => gaps) }
}

const pagesOf = (rows: number): readonly number[] => (rows <= 1000 ? [rows] : [1000, ...pagesOf(rows - 1000)])

const cells = [
  `words = 'a "quoted" \\\\ 🦉'`,
  `empty = ''`,
  'whole = 42',
  "wide = tolong('9007199254740993')",
  "low = tolong('-9007199254740991')",
  'broken = 1.5',
  'isSo = true',
  'seenAt = datetime(2026-11-20T01:02:03.1234567Z)',
  'neverAt = datetime(null)',
  "thing = dynamic({'a': [1, null, 'b'], 'c': {'d': 1.5}})",
  'items = dynamic([1])',
  'unknown = dynamic(null)',
].join(', ')
const values = [
  'a "quoted" \\ 🦉',
  '',
  42,
  '9007199254740993',
  -9_007_199_254_740_991,
  1.5,
  true,
  '2026-11-20T01:02:03.1234567Z',
  null,
  { a: [1, null, 'b'], c: { d: 1.5 } },
  [1],
  null,
]
const types = [
  'string',
  'string',
  'long',
  'long',
  'long',
  'real',
  'bool',
  'datetime',
  'datetime',
  'dynamic',
  'dynamic',
  'dynamic',
]

const logCells = [
  'lasted = 1d + 2h',
  'key = guid(74be27de-1e4e-49d9-b579-fe0b331d3642)',
  'endless = real(+inf)',
  'noNumber = real(nan)',
  'noBool = bool(null)',
  "scalar = dynamic('text')",
].join(', ')
const logValues = ['1.02:00:00', '74be27de-1e4e-49d9-b579-fe0b331d3642', 'Infinity', 'NaN', null, 'text']
const logTypes = ['timespan', 'guid', 'real', 'real', 'bool', 'dynamic']
