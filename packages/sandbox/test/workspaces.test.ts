import { expect, test } from 'vitest'
import { scope } from '../src/index.ts'
import { logAnalyticsPages } from '../src/pages.ts'
import { askLogs, days, pagesOf } from './ask.ts'

const machines = `Heartbeat | summarize by _ResourceId`
const branch = { scope: { workspaces: [scope.branchWorkspace] }, window: days(1) }

test('the workspace has the machines of all readable subscriptions, and no others', async () => {
  const rows = await askLogs(machines, {}, { window: days(1) })
  expect(rows.length).toBeGreaterThan(40)
  expect(rows.filter(({ _ResourceId }) => scope.unreadable.some((id) => String(_ResourceId).includes(id)))).toEqual([])
})

test('the branches report to a workspace of their own, too', async () => {
  const rows = await askLogs(machines, {}, branch)
  expect(rows.length).toBeGreaterThan(2)
  expect(rows.every(({ _ResourceId }) => String(_ResourceId).includes('/rg-branches/'))).toBe(true)
})

test('a table that a workspace lacks fails the query, and is named', async () => {
  await expect(askLogs('WindowsServerAssessmentRecommendation | take 1', {}, branch)).rejects.toMatchObject({
    code: 'TableAbsent',
    message: expect.stringContaining('WindowsServerAssessmentRecommendation'),
  })
})

test('a table that one of several workspaces has is there', async () => {
  const both = { scope: { workspaces: [scope.branchWorkspace, scope.workspace] } }
  const [row] = await askLogs('WindowsServerAssessmentRecommendation | summarize servers = dcount(Server)', {}, both)
  expect(row).toEqual({ servers: 12 })
})

test('a machine that reports to two workspaces is there twice when both are asked', async () => {
  const count = async (...workspaces: string[]) =>
    Number((await askLogs('Heartbeat | count', {}, { scope: { workspaces }, window: days(1) }))[0]?.['Count'])
  const [main, own, both] = [
    await count(scope.workspace),
    await count(scope.branchWorkspace),
    await count(scope.workspace, scope.branchWorkspace),
  ]
  expect(both).toBe(main + own)
})

test('an unknown workspace is refused', async () => {
  const asked = { scope: { workspaces: ['00000000-0000-0000-0000-000000000000'] } }
  await expect(askLogs(machines, {}, asked)).rejects.toMatchObject({ code: 'AccessDenied' })
})

test('an unknown table is a wrong query, not an absent table', async () => {
  await expect(askLogs('Nonsense | take 1')).rejects.toMatchObject({
    code: 'QueryRejected',
    message: 'The query is not valid',
  })
})

test('all rows come in one page', async () => {
  const pages = await pagesOf({
    engine: 'log-analytics',
    kql: 'ConfigurationData | project SoftwareName',
    scope: {},
    window: days(1),
  })
  expect(pages).toHaveLength(1)
  expect(pages[0]?.rows.length).toBeGreaterThan(5000)
  expect(pages[0]).not.toHaveProperty('gaps')
})

test('an answer beyond the cap is cut off, and says so', () => {
  const table = (rows: number) => ({
    columns: [{ name: 'n', type: 'int' } as const],
    rows: Array.from({ length: rows }, () => [1]),
  })
  const [most] = logAnalyticsPages(table(500_000))
  const [more] = logAnalyticsPages(table(500_001))
  expect(most).not.toHaveProperty('gaps')
  expect(more?.rows).toHaveLength(500_000)
  expect(more?.gaps).toMatchObject([{ code: 'partial' }])
})

test('bytes are capped as well', () => {
  const text = 'x'.repeat(1_000_000)
  const [page] = logAnalyticsPages({
    columns: [{ name: 'text', type: 'string' }],
    rows: Array.from({ length: 70 }, () => [text]),
  })
  expect(page?.rows).toHaveLength(63)
  expect(page?.gaps).toMatchObject([{ code: 'partial' }])
})
