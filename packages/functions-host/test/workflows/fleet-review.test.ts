import { tools } from '@infra-analysis/core'
import { expect, test } from 'vitest'
import type { Caller } from '../../src/identity/caller.ts'
import type { Report } from '../../src/report/section.ts'
import { declared } from '../../src/workflows/declared.ts'
import { type Estate, estateOf } from './estate.ts'

const analyses = tools()
const callables = analyses.map((tool) => ({ ...tool, owner: `analysis '${tool.analysis.id}'` }))
const { fleet_review, patch_campaign_report } = declared(analyses)
const sampleFleet = (): Estate => estateOf({ workflows: [fleet_review, patch_campaign_report], tools: callables })
const reportIn = ({ store }: Estate): Report => {
  const [, { text } = { text: '' }] = [...store.documents].find(([name]) => name.endsWith('/report.json')) ?? []
  return JSON.parse(text) as Report
}

test('over the sample fleet it finds what the tools find when they are asked about everything at once', async () => {
  const estate = sampleFleet()
  const status = await estate.status('run_fleet_review')
  expect(status).toMatchObject({ status: 'completed', result: { complete: true, subscriptions: 3, not_answered: [] } })
  const { sections } = reportIn(estate)
  expect(sections.map(({ title }) => title)).toEqual(analyses.map(({ title }) => title))
  for (const { name, title } of analyses) {
    const { answer: whole } = await estate.reply(name, { limit: 1 })
    const inParts = sections.find((section) => section.title === title)?.answer
    const sorted = (ids: readonly { readonly resourceId: string; readonly code?: string }[] = []) =>
      ids.map(({ code, resourceId }) => `${resourceId} ${code}`).toSorted()
    expect(inParts?.coverage.total).toBe(whole?.coverage.total)
    expect(inParts?.coverage.covered).toBe(whole?.coverage.covered)
    expect(inParts?.coverage.states).toEqual(whole?.coverage.states)
    expect(sorted(inParts?.findings)).toEqual(sorted(whole?.findings))
    expect(inParts?.summary.offenders.map(({ subject }) => subject)).toEqual(
      whole?.summary.offenders.map(({ subject }) => subject),
    )
  }
})

test('a page is stored beside the snapshot, and the agent is told where', async () => {
  const estate = sampleFleet()
  const status = await estate.status('run_fleet_review')
  if (status.status !== 'completed') throw new Error(status.status)
  const name = `workflows/fleet_review/${status.workflow_id}/report.html`
  expect(status.result.report).toBe(`infra-analysis/${name}`)
  expect(estate.store.documents.get(name)).toMatchObject({
    type: 'text/html',
    text: expect.stringMatching(/^<!doctype/),
  })
  expect(JSON.stringify(status).length).toBeLessThan(8000)
})

test('a patch campaign counts what is still missing of it', async () => {
  const estate = sampleFleet()
  const status = await estate.status('run_patch_campaign_report', { classifications: ['Security'] })
  const whole = await estate.reply('get_patching_level', {
    view: 'patches',
    classifications: ['Security'],
  })
  expect(status).toMatchObject({ status: 'completed', result: { complete: true } })
  const [level, patches, runs] = reportIn(estate).sections
  expect(patches?.answer?.summary.figures).toEqual([{ label: 'Patches still missing', value: whole.outcome.rows }])
  expect(whole.outcome.rows).toBeGreaterThan(0)
  expect(level?.answer?.summary.offenders.length).toBeGreaterThan(0)
  expect(runs?.answer?.summary.offenders).toEqual([])
})

test.each([
  [{ subscriptions: ['production'] }, "'production' is not a subscription id"],
  [{ sites: ['x'] }, "There is no input 'sites'. Inputs: subscriptions, workspaces."],
  [{ subscriptions: ['22222222-2222-2222-2222-222222222222'] }, 'AccessDenied: The subscription 22222222'],
])('%o is refused before anything is started', async (args, lesson) => {
  const env = { MCP_ALLOWED_SUBSCRIPTIONS: '11111111-1111-1111-1111-111111111111' }
  const estate = estateOf({ workflows: [fleet_review], tools: callables, env })
  const { result } = await estate.reply('run_fleet_review', args)
  expect(result).toMatchObject({ isError: true, content: [{ text: expect.stringContaining(lesson) }] })
  expect(estate.lines.at(-1)).toMatchObject({ tool: 'run_fleet_review', msg: 'audit' })
})

test.each([
  [{ kbs: ['5031364; drop'] }, `"5031364; drop" is not valid for 'kbs': expected a KB number such as KB5031364`],
  [{ tag: 'prod' }, `"prod" is not valid for 'tag': expected Name=Value`],
])('%o is no patch campaign', async (args, lesson) => {
  const { result } = await sampleFleet().reply('run_patch_campaign_report', args)
  expect(result).toMatchObject({ isError: true, content: [{ text: expect.stringContaining(lesson) }] })
})

test('without a choice it looks where the operator allows', async () => {
  const allowed = '11111111-1111-1111-1111-111111111111'
  const estate = estateOf({ workflows: [fleet_review], tools: callables, env: { MCP_ALLOWED_SUBSCRIPTIONS: allowed } })
  await estate.status('run_fleet_review')
  const asked = estate.lines.filter(({ via, msg }) => msg === 'audit' && via === 'workflow')
  expect(asked).toHaveLength(8)
  for (const record of asked) expect(record['scope']).toMatchObject({ subscriptions: [allowed] })
})

test('a role for the workflow is no role for the tools that it asks', async () => {
  const env = {
    WEBSITE_AUTH_ENABLED: 'True',
    MCP_ROLE_TOOLS: '{"Reviewer":["run_fleet_review","get_server_metadata"]}',
  }
  const estate = estateOf({ workflows: [fleet_review], tools: callables, env })
  const reviewer: Caller = { how: 'user', tenantId: 't', objectId: 'ann', roles: ['Reviewer'] }
  const status = await estate.status('run_fleet_review', {}, reviewer)
  if (status.status !== 'completed') throw new Error(status.status)
  const { sections } = status.result
  expect(sections.filter(({ code }) => code === 'ok').map(({ title }) => title)).toEqual([analyses[0]?.title])
  expect(sections.filter(({ code }) => code === 'AccessDenied')).toHaveLength(7)
})
