import type { Page, Question } from '@infra-analysis/core'
import { expect, test } from 'vitest'
import { clock, fleet, sandbox, scope, tables } from '../src/index.ts'
import { ask } from './ask.ts'
import { records, text } from './records.ts'

const machines = `resources | where type in~ ('microsoft.hybridcompute/machines', 'microsoft.compute/virtualmachines')`
const question = (kql: string, rest: Partial<Question> = {}): Question => ({
  engine: 'resource-graph',
  kql,
  scope: {},
  ...rest,
})

async function pages(asked: Question, size = 60): Promise<Page[]> {
  const answer: Page[] = []
  for await (const page of sandbox({ machines: size }).query(asked)) answer.push(page)
  return answer
}

test('the clock stands still', () => {
  expect(sandbox().now()).toEqual(new Date('2026-11-20T09:00:00Z'))
  expect(sandbox().now()).toEqual(clock)
})

test('a query sees the clock as now()', async () => {
  expect(await ask('resources | take 1 | project asked = now()')).toEqual([{ asked: '2026-11-20T09:00:00.0000000Z' }])
})

test('rows arrive in pages of a thousand, whole and once', async () => {
  const answer = await pages(question(`resources | project id | order by id asc`), 300)
  const ids = answer.flatMap(({ rows }) => rows.map(([id]) => id))
  const visible = records(tables({ machines: 300 }).resources()).filter(
    (row) => !scope.unreadable.includes(text(row, 'subscriptionId')),
  )
  expect(answer.slice(0, -1).every(({ rows }) => rows.length === 1000)).toBe(true)
  expect(answer.length).toBeGreaterThan(1)
  expect(ids).toHaveLength(visible.length)
  expect(new Set(ids).size).toBe(ids.length)
})

test('no rows are one page with columns', async () => {
  const answer = await pages(question(`resources | where type == 'none' | project id`))
  expect(answer).toEqual([{ columns: [{ name: 'id', type: 'string' }], rows: [], requests: 1, waitedMs: 0 }])
})

test('a subscription that the caller cannot read is missing without a word', async () => {
  const [all] = await ask(
    `${machines} | summarize machines = count()`,
    {},
    { scope: { subscriptions: scope.subscriptions } },
  )
  const hidden = fleet().filter(({ subscriptionId }) => scope.unreadable.includes(subscriptionId))
  expect(hidden.map(({ name }) => name)).toEqual(['UTR-TRSY01', 'UTR-TRSY02'])
  expect(all).toEqual({ machines: 60 - hidden.length })
})

test('a subscription that was not asked is not answered', async () => {
  const first = scope.subscriptions[0] ?? ''
  const rows = await ask(`${machines} | distinct subscriptionId`, {}, { scope: { subscriptions: [first] } })
  expect(rows).toEqual([{ subscriptionId: first }])
})

test('a management group holds all subscriptions', async () => {
  const rows = await ask(
    `${machines} | distinct subscriptionId`,
    {},
    { scope: { managementGroups: [scope.managementGroup] } },
  )
  expect(rows).toHaveLength(scope.subscriptions.length - scope.unreadable.length)
})

test.each([
  { subscriptions: scope.unreadable },
  { subscriptions: ['00000000-0000-0000-0000-000000000000'] },
  { managementGroups: ['other'] },
])('nothing readable in %j is refused', async (asked) => {
  await expect(ask(machines, {}, { scope: asked })).rejects.toMatchObject({ code: 'AccessDenied' })
})

test('a changed machine changes the answer', async () => {
  const rows = await ask(`${machines} | where name == 'UTR-PAY01' | project status = tostring(properties.status)`, {
    change: (all) =>
      all.map((machine) =>
        machine.name === 'UTR-PAY01' ? { ...machine, agent: { ...machine.agent, status: 'Disconnected' } } : machine,
      ),
  })
  expect(rows).toEqual([{ status: 'Disconnected' }])
})

test('an aborted question is cancelled, before it starts and between pages', async () => {
  const stop = new AbortController()
  const asked = sandbox({ machines: 300 }).query(question('resources', { signal: stop.signal }))
  const answer = asked[Symbol.asyncIterator]()
  expect((await answer.next()).done).toBe(false)
  stop.abort()
  await expect(answer.next()).rejects.toMatchObject({ code: 'Cancelled' })
  await expect(pages(question('resources', { signal: AbortSignal.abort() }))).rejects.toMatchObject({
    code: 'Cancelled',
  })
})

test('a query that is not valid is rejected, and says where', async () => {
  await expect(ask('resources | where nothing == 1')).rejects.toMatchObject({
    code: 'QueryRejected',
    hint: expect.stringContaining('1:19'),
  })
})

test('what Resource Graph refuses is rejected here too', async () => {
  await expect(ask('let x = 1; resources | take x')).rejects.toMatchObject({
    code: expect.stringMatching(/QueryRejected|UnsupportedKql/),
  })
})
