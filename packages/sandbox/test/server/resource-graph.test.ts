import { describe, expect, test } from 'vitest'
import { fleet, scope } from '../../src/index.ts'
import { askGraph, graphPath, post, quickTimer, serving, sharedServer, type Answer } from './serving.ts'

const ids = 'resources | project id | order by id asc'
const details = ({ body }: Answer): { code: string }[] => body.error.details

/** All pages of an answer, by their skip tokens. */
async function pagesOf(served: Awaited<ReturnType<typeof serving>>, query: string, options: object = {}) {
  const pages: Answer[] = []
  let skipToken: string | undefined
  do {
    const page = await askGraph(served, query, { ...options, ...(skipToken && { $skipToken: skipToken }) })
    pages.push(page)
    skipToken = page.body.$skipToken
  } while (skipToken)
  return pages
}

describe('the request', () => {
  test.each([
    ['another path', '/providers/Microsoft.ResourceGraph/other?api-version=2024-04-01', 404],
    ['another version', '/providers/Microsoft.ResourceGraph/resources?api-version=2019-04-01', 400],
    ['the path in another case', graphPath.replace('providers', 'PROVIDERS'), 200],
  ])('%s', async (_, path, status) => {
    expect((await post(await sharedServer(), path, { query: ids })).status).toBe(status)
  })

  test('only POST', async () => {
    const { url, token } = await sharedServer()
    expect((await fetch(url + graphPath, { headers: { authorization: `Bearer ${token}` } })).status).toBe(404)
  })

  test('another content type is an error of the server', async () => {
    expect((await post(await sharedServer(), graphPath, '{}', { 'content-type': 'text/plain' })).status).toBe(500)
  })

  test.each([
    ['no JSON', 'nonsense'],
    ['no query', {}],
    ['$top of 0', { query: ids, options: { $top: 0 } }],
    ['$top above 1000', { query: ids, options: { $top: 1001 } }],
    ['a negative $skip', { query: ids, options: { $skip: -1 } }],
    ['another format', { query: ids, options: { resultFormat: 'csv' } }],
    ['more than 1000 subscriptions', { query: ids, subscriptions: Array.from({ length: 1001 }, (_, i) => `${i}`) }],
    ['both scopes', { query: ids, subscriptions: scope.subscriptions, managementGroups: [scope.managementGroup] }],
  ])('%s is refused', async (_, body) => {
    const { status, body: answer } = await post(await sharedServer(), graphPath, body)
    expect(status).toBe(400)
    expect(answer.error).toMatchObject({ code: 'BadRequest', details: [{ code: expect.any(String) }] })
  })
})

describe('pages', () => {
  test('hold 100 rows by default, and at most 1000', async () => {
    const served = await serving({ machines: 300 })
    expect((await askGraph(served, ids)).body).toMatchObject({ count: 100, resultTruncated: 'false', facets: [] })
    expect((await askGraph(served, ids, { $top: 1000 })).body.count).toBe(1000)
  })

  test('follow one another to the end, whole and once', async () => {
    const pages = await pagesOf(await serving({ machines: 300 }), ids, { $top: 700 })
    const found = pages.flatMap(({ body }) => body.data.map(({ id }: { id: string }) => id))
    const [{ totalRecords } = { totalRecords: 0 }] = pages.map(({ body }) => body)
    expect(pages.length).toBeGreaterThan(2)
    expect(found).toHaveLength(totalRecords)
    expect(new Set(found).size).toBe(found.length)
  })

  test('can be skipped', async () => {
    const served = await sharedServer()
    const [whole, later] = [
      await askGraph(served, ids, { $top: 20 }),
      await askGraph(served, ids, { $top: 5, $skip: 15 }),
    ]
    expect(later.body.data).toEqual(whole.body.data.slice(15))
    expect(later.body.totalRecords).toBe(whole.body.totalRecords)
  })

  test('a skip token belongs to its query, its scope and its server', async () => {
    const [served, other] = [await sharedServer(), await serving()]
    const { $skipToken } = (await askGraph(served, ids)).body
    const [subscription] = scope.subscriptions
    const refused = [
      await askGraph(served, `${ids} `, { $skipToken }),
      await askGraph(served, ids, { $skipToken }, { subscriptions: [subscription] }),
      await askGraph(served, ids, { $skipToken: 'bm9uc2Vuc2U' }),
      await askGraph(other, ids, { $skipToken }),
    ]
    expect(refused.map(({ status }) => status)).toEqual([400, 400, 400, 400])
    expect((await askGraph(served, ids, { $skipToken })).status).toBe(200)
  })

  test.each([
    ['take', 'resources | take 150 | project id'],
    ['limit', 'resources | limit 150 | project id'],
    ['only dynamic columns', 'resources | project properties, tags'],
  ])('end after the first one with %s', async (_, query) => {
    const { body } = await askGraph(await sharedServer(), query)
    expect(body).toMatchObject({ count: 100, resultTruncated: 'true' })
    expect(body).not.toHaveProperty('$skipToken')
    expect(body.totalRecords).toBeGreaterThan(100)
  })

  test('are refused above 16 MB', async () => {
    const answer = await askGraph(await serving({ pageBytes: 10_000 }), 'resources')
    expect(answer.status).toBe(400)
    expect(details(answer)).toMatchObject([{ code: 'ResponsePayloadTooLarge' }])
  })
})

describe('values', () => {
  const one = `resources | take 1 | project n = tolong(9007199254740993), i = toint(7), r = 1.5, yes = true, at = datetime(2026-01-02),
    bag = parse_json('{"a":[1]}'), nothing = todatetime(''), text = ''`

  test('stand in objects', async () => {
    const { text } = await askGraph(await sharedServer(), one)
    expect(text).toContain(
      '"data":[{"n":9007199254740993,"i":7,"r":1.5,"yes":true,"at":"2026-01-02T00:00:00.0000000Z","bag":{"a":[1]},"nothing":null,"text":""}]',
    )
  })

  test('stand in a table with the types of its columns', async () => {
    const { text, body } = await askGraph(await sharedServer(), one, { resultFormat: 'table' })
    expect(body.data.columns.map(({ type }: { type: string }) => type)).toEqual([
      'integer',
      'integer',
      'number',
      'boolean',
      'datetime',
      'object',
      'datetime',
      'string',
    ])
    expect(text).toContain('"rows":[[9007199254740993,7,1.5,true,"2026-01-02T00:00:00.0000000Z",{"a":[1]},null,""]]')
  })

  test('a table without rows has its columns', async () => {
    const { body } = await askGraph(await sharedServer(), `resources | where type == 'none' | project id`, {
      resultFormat: 'table',
    })
    expect(body).toMatchObject({ totalRecords: 0, data: { columns: [{ name: 'id', type: 'string' }], rows: [] } })
  })

  test('ids come in mixed case, types and resource groups in lower case, tables in any', async () => {
    const { body } = await askGraph(await sharedServer(), 'RESOURCES | project id, type, resourceGroup', { $top: 1000 })
    const rows: { id: string; type: string; resourceGroup: string }[] = body.data
    expect(rows.some(({ id }) => /[A-Z]/.test(id.split('/').at(-1) ?? ''))).toBe(true)
    expect(rows.filter(({ type, resourceGroup }) => /[A-Z]/.test(type + resourceGroup))).toEqual([])
  })

  test('columns without a name get the service’s', async () => {
    const { body } = await askGraph(
      await sharedServer(),
      'resources | summarize count() by tostring(properties.status)',
    )
    expect(Object.keys(body.data[0])).toEqual(['properties_status', 'count_'])
  })

  test('mv-expand makes at most 128 rows of one', async () => {
    const list = `parse_json('[${Array.from({ length: 200 }, (_, i) => i).join()}]')`
    const { body } = await askGraph(
      await sharedServer(),
      `resources | take 1 | mv-expand n = ${list} | summarize rows = count()`,
    )
    expect(body.data).toEqual([{ rows: 128 }])
  })
})

describe('the scope', () => {
  const count = `resources | where type in~ ('microsoft.hybridcompute/machines', 'microsoft.compute/virtualmachines')
    | summarize n = count() by subscriptionId`

  test('a subscription without access is missing without a word, ids in any case', async () => {
    const { body } = await askGraph(
      await sharedServer(),
      count,
      {},
      { subscriptions: scope.subscriptions.map((id) => id.toUpperCase()) },
    )
    const seen = body.data.map(({ subscriptionId }: { subscriptionId: string }) => subscriptionId)
    expect(seen.toSorted()).toEqual(scope.subscriptions.filter((id) => !scope.unreadable.includes(id)).toSorted())
  })

  test('nothing readable is refused', async () => {
    const answer = await askGraph(await sharedServer(), count, {}, { subscriptions: scope.unreadable })
    expect(answer).toMatchObject({ status: 403, body: { error: { code: 'AccessDenied' } } })
  })

  test('a management group holds all', async () => {
    const { body } = await askGraph(await sharedServer(), count, {}, { managementGroups: [scope.managementGroup] })
    const machines = fleet().filter(({ subscriptionId }) => !scope.unreadable.includes(subscriptionId))
    expect(body.data.reduce((sum: number, { n }: { n: number }) => sum + n, 0)).toBe(machines.length)
  })
})

describe('errors of a query', () => {
  test.each([
    [
      'an unknown operator',
      'resources | foo',
      { code: 'ParserFailure', line: 1, characterPositionInLine: 12, token: 'foo' },
    ],
    ['let', 'let n = 1; resources', { code: 'ParserFailure', line: 1, characterPositionInLine: 0, token: 'let n = 1' }],
    ['a refused join', 'resources | join kind=leftsemi (resources) on id', { code: 'UnsupportedJoinFlavor' }],
    ['an unknown column', 'resources | where nope == 1', { code: 'ParserFailure', token: 'nope' }],
  ])('%s', async (_, query, cause) => {
    const answer = await askGraph(await sharedServer(), query)
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'BadRequest' } } })
    expect(details(answer)).toMatchObject([{ code: 'InvalidQuery' }, cause])
  })

  test('what the engine lacks is not implemented', async () => {
    const answer = await askGraph(await sharedServer(), 'resources | project x = parse_xml("<a/>")')
    expect(answer).toMatchObject({ status: 501, body: { error: { code: 'UnsupportedKql' } } })
  })
})

test('the quota is counted by token, told on every answer, and kept', async () => {
  const timer = quickTimer()
  const served = await serving({
    timer,
    quota: { resourceGraph: { requests: 2, windowMs: 5000 } },
    tokenPrefix: 'mine-',
  })
  const ask = async (token = served.token) => {
    const { status, headers } = await post(served, graphPath, { query: ids }, { authorization: `Bearer ${token}` })
    const quota = ['remaining', 'resets-after'].map((name) => headers.get(`x-ms-user-quota-${name}`))
    return [status, ...quota, headers.get('retry-after')]
  }
  expect(await ask()).toEqual([200, '1', '00:00:05', null])
  await timer.sleep(1500)
  expect(await ask()).toEqual([200, '0', '00:00:04', null])
  expect(await ask()).toEqual([429, '0', '00:00:04', null])
  expect(await ask('mine-1')).toEqual([200, '1', '00:00:05', null])
  await timer.sleep(3500)
  expect(await ask()).toEqual([200, '1', '00:00:05', null])
})

test('without a word about it, the quota is the service’s', async () => {
  const served = await serving({ timer: quickTimer() })
  const statuses: number[] = []
  for (let i = 0; i < 16; i++) statuses.push((await askGraph(served, ids)).status)
  expect(statuses).toEqual([...Array.from({ length: 15 }, () => 200), 429])
})

test('the same question has the same answer', async () => {
  const served = await sharedServer()
  const [first, second] = [await askGraph(served, ids), await askGraph(served, ids)]
  expect(second.text).toBe(first.text)
  expect(second.headers.get('x-ms-request-id')).not.toBe(first.headers.get('x-ms-request-id'))
})
