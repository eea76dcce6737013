import { scope } from '@infra-analysis/sandbox'
import { parseFaults } from '@infra-analysis/sandbox/server'
import { expect, test } from 'vitest'
import { connect } from '../src/index.ts'
import { answer, everyId, graph, guid, readable, wired } from './served.ts'

test('asks for a thousand rows at a time, as a table, and for the visible subscriptions once', async () => {
  const { source, sent } = await wired({ tableRows: 2500 })
  await answer(source, graph(everyId))
  const second = await answer(source, graph(everyId))
  expect(sent.filter(({ body }) => body.query.startsWith('resourcecontainers'))).toHaveLength(1)
  expect(second.requests).toBe(3)
  expect(sent.at(-1)?.body).toMatchObject({ options: { $top: 1000, resultFormat: 'table' }, subscriptions: readable })
})

test('uses up the quota and never meets a refusal', async () => {
  const { source, requests, now } = await wired({ tableRows: 60_000 })
  const started = now()
  const { rows } = await answer(source, graph(everyId, { key: 'id', scope: {} }))
  expect(rows).toHaveLength(60_000)
  expect(requests.map(({ status }) => status)).toEqual(Array(60).fill(200))
  expect(now() - started).toBe(15_000)
})

test('reads no further than its reader', async () => {
  const { source, sent } = await wired({ tableRows: 20_000 })
  const pages = source.query(graph(everyId, { scope: {} }))[Symbol.asyncIterator]()
  await pages.next()
  await pages.return?.()
  expect(sent.length).toBeLessThanOrEqual(2)
})

test('a page that is too large is asked for with fewer rows', async () => {
  const { source, sent } = await wired({ tableRows: 2500, pageBytes: 30_000 })
  const { rows, gaps } = await answer(source, graph(everyId, { key: 'id', scope: {} }))
  expect(new Set(rows.map(([id]) => id)).size).toBe(2500)
  expect(gaps).toEqual([])
  expect(sent.at(-1)?.body.options?.$top).toBeLessThan(1000)
})

test('a row that is too large is an error', async () => {
  const { source } = await wired({ tableRows: 10, pageBytes: 200 })
  await expect(answer(source, graph(everyId, { scope: {} }))).rejects.toMatchObject({ code: 'QueryRejected' })
})

test('a subscription that is left out is named', async () => {
  const { source } = await wired()
  const { gaps } = await answer(source, graph(everyId, { scope: { subscriptions: [...readable, guid(1)] } }))
  expect(gaps).toMatchObject([{ code: 'subscriptions-skipped', message: expect.stringContaining(guid(1)) }])
  const fleet = connect(source, { subscriptions: scope.subscriptions })
  expect(await fleet.run('server-metadata')).toMatchObject({ complete: false })
})

test('many subscriptions are asked in groups, and the answer is sorted all the same', async () => {
  const { source, sent } = await wired()
  const many = [...Array.from({ length: 500 }, (_, i) => guid(i)), ...readable]
  const { rows, gaps } = await answer(source, graph(everyId, { key: 'id', scope: { subscriptions: many } }))
  const alone = await answer(source, graph(everyId))
  expect(rows).toEqual(alone.rows)
  expect(gaps).toHaveLength(1)
  const groups = sent.flatMap(({ body }) => (body.query === everyId ? [body.subscriptions?.length ?? 0] : []))
  expect(Math.max(...groups)).toBeLessThanOrEqual(200)
})

test('a query that needs all subscriptions at once gets them, or is refused', async () => {
  const { source, sent } = await wired()
  const counting = 'resources | summarize n = count()'
  const many = (count: number) => ({
    subscriptions: [...readable, ...Array.from({ length: count - readable.length }, (_, i) => guid(i))],
  })
  const { rows } = await answer(source, graph(counting, { scope: many(1000) }))
  expect(rows).toEqual((await answer(source, graph(counting))).rows)
  expect(sent.filter(({ body }) => body.query === counting)).toHaveLength(2)
  await expect(answer(source, graph(counting, { scope: many(1001) }))).rejects.toMatchObject({ code: 'InvalidInput' })
})

test('a management group is a scope of its own', async () => {
  const { source, sent } = await wired()
  const { rows } = await answer(source, graph(everyId, { scope: { managementGroups: [scope.managementGroup] } }))
  expect(rows).toEqual((await answer(source, graph(everyId))).rows)
  expect(sent[0]?.body).toMatchObject({
    managementGroups: [scope.managementGroup],
    options: { allowPartialScopes: true },
  })
})

test('rows that the query itself limits are all there; others that are cut off are missed', async () => {
  const { source } = await wired()
  expect((await answer(source, graph('resources | take 5 | project id'))).gaps).toEqual([])
  expect((await answer(source, graph('resources | project properties'))).gaps).toMatchObject([{ code: 'truncated' }])
})

test('without a key nothing is repeated in silence', async () => {
  const { source } = await wired({ tableRows: 2500, faults: parseFaults('changed-data@page2') })
  const { gaps } = await answer(source, graph(everyId, { scope: {} }))
  expect(gaps).toMatchObject([{ code: 'changed-while-read' }])
})

test('without a key a lost place cannot be found again', async () => {
  const { source } = await wired({ tableRows: 2500, faults: parseFaults('expired-skip-token@page2') })
  await expect(answer(source, graph(everyId, { scope: {} }))).rejects.toMatchObject({ code: 'ServiceUnavailable' })
})
