import { sandbox, scope } from '@infra-analysis/sandbox'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { catalog, connect, InfraError, type Page, run, type Source } from '../src/index.ts'
import { stream } from '../src/stream.ts'

const source = sandbox({ machines: 20 })
const place = { source, scope: { workspaces: [scope.workspace] } }
const views = catalog
  .filter(({ id }) => id !== 'anomalies')
  .flatMap((analysis) => Object.keys(analysis.views).map((view) => [analysis.id, view, analysis] as const))

test.each(views)('%s %s: the rows are those of the answer', async (_id, view, analysis) => {
  const { rows, columns, complete } = await run(analysis, {}, place, { view })
  const streamed = stream(analysis, {}, place, { view })
  expect(streamed.columns).toEqual(columns)
  expect(await all(streamed)).toEqual(rows)
  expect(streamed.outcome().complete).toBe(complete)
})

test('what is known from the side questions is not asked again', async () => {
  const [analysis] = catalog.filter(({ id }) => id === 'anomalies')
  const asked: string[] = []
  const noting: Source = {
    ...source,
    query(question) {
      asked.push(question.kql)
      return source.query(question)
    },
  }
  const { rows, evidence } = await run(analysis!, {}, { ...place, source: noting })
  const whole = asked.splice(0)
  const streamed = stream(analysis!, {}, { ...place, source: noting })
  expect(await all(streamed)).toEqual(rows)
  expect(asked).toEqual(whole)
  expect(streamed.outcome()).toMatchObject({ complete: true, evidence: evidence.map(({ query }) => ({ query })) })
})

test('rows that come from two tables are there when one of these is not', async () => {
  const [analysis] = catalog.filter(({ id }) => id === 'anomalies')
  const without = (...tables: readonly string[]): Source => ({
    ...source,
    async *query(question) {
      if (tables.some((table) => question.kql.includes(table))) throw new InfraError('TableAbsent', 'No table', 'Wait.')
      yield* source.query(question)
    },
  })
  const of = (from: Source) => stream(analysis!, {}, { ...place, source: from }, { view: 'series' })
  const [some, none] = [of(without('Perf\n')), of(without('Perf\n', 'InsightsMetrics'))]
  expect(await all(some)).not.toEqual([])
  expect(some.outcome()).toMatchObject({ complete: true, warnings: [] })
  expect(await all(none)).toEqual([])
  expect(none.outcome()).toMatchObject({ complete: false, warnings: [{ code: 'not-collected' }] })
})

test('rows are typed by the name of the analysis and the view', async () => {
  const fleet = connect(source)
  for await (const row of fleet.stream('server-metadata', { osTypes: ['Linux'] })) {
    expectTypeOf(row.memoryGiB).toEqualTypeOf<number | null>()
    expect(row.osType).toBe('Linux')
  }
  // @ts-expect-error a view that does not exist
  expect(() => fleet.stream('server-metadata', {}, { view: 'no-such' })).toThrow("has no view 'no-such'")
})

describe('what is known of the rows', () => {
  const [servers] = views.filter(([id, view]) => id === 'server-metadata' && view === 'extensions')
  const pages = (...some: Partial<Page>[]): Source => ({
    ...source,
    async *query(question) {
      for await (const page of source.query(question)) {
        for (const one of some) yield { ...page, ...one, rows: page.rows.slice(0, 10) }
      }
    },
  })
  const open = (from: Source) => stream(servers![2], {}, { source: from, scope: {} }, { view: 'extensions' })

  test('they are not all there before the last one is read', async () => {
    const rows = open(source)
    const iterator = rows[Symbol.asyncIterator]()
    await iterator.next()
    expect(rows.outcome().complete).toBe(false)
    for (;;) if ((await iterator.next()).done) break
    expect(rows.outcome()).toMatchObject({ complete: true, warnings: [], evidence: [{ query: 'extensions' }] })
  })

  test('a gap on any page is a warning, and they are not complete', async () => {
    const gap = { code: 'truncated', message: 'Some are missing.', hint: 'Ask again.' }
    const rows = open(pages({}, { gaps: [gap], waitedMs: 70 }))
    expect(await all(rows)).toHaveLength(20)
    expect(rows.outcome()).toMatchObject({
      complete: false,
      warnings: [gap],
      evidence: [{ rows: 20, pages: 2, requests: 2, waitedMs: 70 }],
    })
  })

  test('a table that is not there is told', async () => {
    const absent: Source = {
      ...source,
      query: () => ({
        [Symbol.asyncIterator]: () => ({
          next: () => Promise.reject(new InfraError('TableAbsent', 'No table', 'Turn it on.')),
        }),
      }),
    }
    const rows = open(absent)
    expect(await all(rows)).toEqual([])
    expect(rows.outcome()).toMatchObject({ complete: false, warnings: [{ code: 'not-collected' }] })
  })

  test('who leaves off ends the question', async () => {
    let isOver = false
    const endless: Source = {
      ...source,
      async *query(question) {
        try {
          for (;;) yield* source.query(question)
        } finally {
          isOver = true
        }
      },
    }
    for await (const row of open(endless)) if (row) break
    expect(isOver).toBe(true)
  })
})

async function all<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const read: Row[] = []
  for await (const row of rows) read.push(row)
  return read
}
