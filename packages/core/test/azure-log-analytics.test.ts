import { clock, scope } from '@infra-analysis/sandbox'
import { expect, test } from 'vitest'
import { connect } from '../src/index.ts'
import { answer, guid, logs, readable, window, wired } from './served.ts'

const beats = 'Heartbeat | project TimeGenerated, Computer, Category | order by TimeGenerated desc, Computer asc'

test('is told the window, and how long it is waited for', async () => {
  const { source, sent } = await wired()
  await answer(source, logs(beats))
  await answer(source, logs(beats, { window: undefined }))
  expect(sent[0]).toMatchObject({
    prefer: 'wait=300,include-statistics=true',
    body: { timespan: `${window.from.toISOString()}/${window.to.toISOString()}` },
  })
  expect(sent[1]?.body.timespan).toMatch(/^2000-01-01T00:00:00.000Z\/2026-11-21/)
})

test('a workspace is asked by its GUID or by its resource id, and others beside it', async () => {
  const { source, sent } = await wired()
  const id = `/subscriptions/${readable[0]}/resourcegroups/rg/providers/microsoft.operationalinsights/workspaces/logs`
  await answer(source, logs(beats, { scope: { workspaces: [scope.workspace, scope.branchWorkspace] } }))
  await answer(source, logs(beats, { scope: { workspaces: [id] } })).catch(() => undefined)
  expect(sent[0]).toMatchObject({
    url: expect.stringContaining(`/v1/workspaces/${scope.workspace}/query`),
    body: { workspaces: [scope.branchWorkspace] },
  })
  expect(sent[1]?.url).toContain(`/v1${id}/query`)
})

test('evidence says what the service had to read for an analysis', async () => {
  const { source } = await wired()
  const fleet = connect(source, { subscriptions: readable, workspaces: [scope.workspace] })
  const { evidence } = await fleet.run('software-changes')
  const reads = evidence.map(({ engine, rowsScanned = 0 }) => engine === 'log-analytics' && rowsScanned > 0)
  expect(reads).toEqual([true, true, true])
})

test('an answer beyond the limits is had in halves of the window, and is sorted all the same', async () => {
  const whole = await answer((await wired()).source, logs(beats))
  const { source } = await wired({ caps: { rows: 10 } })
  const halved = await answer(source, logs(beats))
  expect(halved.rows).toEqual(whole.rows)
  expect(halved.gaps).toEqual([])
  expect(halved.requests).toBeGreaterThan(10)
})

test('an answer that cannot be halved has a gap', async () => {
  const { source } = await wired({ caps: { rows: 3 } })
  const { rows, gaps, requests } = await answer(source, logs('Heartbeat | summarize count() by Computer'))
  expect(rows).toHaveLength(3)
  expect(gaps).toMatchObject([{ code: 'partial' }])
  expect(requests).toBe(1)
})

test('more rows at one moment than an answer holds are a gap', async () => {
  const { source } = await wired({ caps: { rows: 1 } })
  const moment = { from: new Date(clock.getTime() - 2000), to: new Date(clock) }
  const { gaps } = await answer(source, logs(beats, { window: moment }))
  expect(gaps).not.toEqual([])
  expect(new Set(gaps.map(({ code }) => code))).toEqual(new Set(['partial']))
})

test('somebody has to say which workspace', async () => {
  const { source } = await wired()
  await expect(answer(source, logs(beats, { scope: {} }))).rejects.toMatchObject({ code: 'InvalidInput' })
  const workspaces = Array.from({ length: 101 }, (_, i) => guid(i))
  await expect(answer(source, logs(beats, { scope: { workspaces } }))).rejects.toMatchObject({ code: 'InvalidInput' })
})
