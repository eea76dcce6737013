import { createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline'
import { expect, test } from 'vitest'
import { azure, type Question } from '../src/index.ts'
import { answer, everyId, logs } from './served.ts'
import { stillClock } from './still-clock.ts'

type Reply = readonly [status: number, body: unknown, headers?: Readonly<Record<string, string>>]

/** Azure that says these things, one after the other, and the last one for ever. */
function saying(...replies: readonly Reply[]) {
  let said = 0
  const httpClient: HttpClient = {
    async sendRequest(request) {
      const [status, body, headers = {}] = replies[Math.min(said, replies.length - 1)] ?? [500, '']
      said += 1
      const bodyAsText = typeof body === 'string' ? body : JSON.stringify(body)
      return {
        request,
        status,
        bodyAsText,
        headers: createHttpHeaders({ 'content-type': 'application/json', ...headers }),
      }
    },
  }
  const credential = { getToken: async () => ({ token: 'a token', expiresOnTimestamp: Date.now() + 3_600_000 }) }
  return { source: azure({ credential, httpClient, clock: stillClock() }), said: () => said }
}

const everything: Question = { engine: 'resource-graph', kql: everyId, scope: {} }
const graphPage = (rows: unknown[][], rest: object = {}) => ({
  totalRecords: rows.length,
  count: rows.length,
  resultTruncated: 'false',
  facets: [],
  data: { columns: [{ name: 'id', type: 'string' }], rows },
  ...rest,
})
const logPage = (rows: unknown[][], rest: object = {}) => ({
  tables: [{ name: 'PrimaryResult', columns: [{ name: 'Computer', type: 'string' }], rows }],
  ...rest,
})
const partial = (message: string) => ({
  error: { code: 'PartialError', details: [{ code: 'EngineError', innererror: { code: '-1', message } }] },
})

test.each([
  ['no content', 204, ''],
  ['an empty body', 200, ''],
])('%s is a workspace without data', async (_name, status, body) => {
  const { source } = saying([status, body])
  expect(await answer(source, logs('Heartbeat'))).toMatchObject({ rows: [], gaps: [] })
})

test('what the query cost is told', async () => {
  const statistics = { query: { executionTime: 0.25, inputDatasetStatistics: { rows: { scanned: 12 } } } }
  const { pages } = await answer(saying([200, logPage([['srv']], { statistics })]).source, logs('Heartbeat'))
  expect(pages).toMatchObject([{ rows: [['srv']], statistics: { executionMs: 250, rowsScanned: 12 } }])
})

test.each(['E_LOW_MEMORY_CONDITION', 'Something else'])(
  'an answer in part is a gap, not an error: %s',
  async (message) => {
    const { gaps, rows } = await answer(saying([200, logPage([['srv']], partial(message))]).source, logs('Heartbeat'))
    expect(rows).toEqual([['srv']])
    expect(gaps).toMatchObject([{ code: 'partial' }])
    expect(JSON.stringify(gaps)).not.toContain(message)
  },
)

test('too many subscriptions under a scope are a gap', async () => {
  const reply: Reply = [200, graphPage([['a']]), { 'x-ms-tenant-subscription-limit-hit': 'true' }]
  expect((await answer(saying(reply).source, everything)).gaps).toMatchObject([{ code: 'subscription-limit' }])
})

test.each<[string, unknown]>([
  ['a page with fewer rows than it says', graphPage([['a']], { count: 2 })],
  ['a row with more cells than columns', graphPage([['a', 'b']])],
  ['a column of an unknown type', graphPage([], { data: { columns: [{ name: 'id', type: 'new' }], rows: [] } })],
  ['objects where a table was asked for', graphPage([], { data: [] })],
  ['no totals', graphPage([], { totalRecords: undefined })],
  ['a list', []],
  ['nothing', 'null'],
])('%s is asked for again', async (_name, body) => {
  const { source, said } = saying([200, body], [200, graphPage([['whole']])])
  expect((await answer(source, everything)).rows).toEqual([['whole']])
  expect(said()).toBe(2)
})

test('an error without rows is not an answer', async () => {
  const { source } = saying([200, partial('all is lost')])
  await expect(answer(source, logs('Heartbeat'))).rejects.toMatchObject({ code: 'ServiceUnavailable' })
})

test('rows that repeat a key of an earlier page are refused', async () => {
  const more = { totalRecords: 4, $skipToken: 'more' }
  const { source } = saying(
    [200, graphPage([['a'], ['b']], more)],
    [200, graphPage([['b'], ['c']], { totalRecords: 4 })],
  )
  await expect(answer(source, { ...everything, key: 'id' })).rejects.toMatchObject({
    code: 'ServiceUnavailable',
    message: 'Resource Graph gave rows twice: the fleet changed while it was read',
  })
})

test('a redirection is not followed', async () => {
  const { source, said } = saying([307, '', { location: 'https://elsewhere.example' }])
  await expect(answer(source, everything)).rejects.toMatchObject({ code: 'ServiceUnavailable' })
  expect(said()).toBe(1)
})
