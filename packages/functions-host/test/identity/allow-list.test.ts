import { type Question, tools } from '@infra-analysis/core'
import { expect, test } from 'vitest'
import { allowing } from '../../src/identity/allow-list.ts'
import { request, testHost } from '../host.ts'
import { drained, recording } from '../sources.ts'

const [ours, foreign] = ['11111111-1111-1111-1111-111111111111', '22222222-2222-2222-2222-222222222222']
const callables = tools().map((tool) => ({ ...tool, owner: tool.analysis.id }))

test.each([
  ['get_server_metadata', { subscriptions: [foreign] }],
  ['get_server_metadata', { subscriptions: [ours, foreign] }],
  ['get_anomalies', { workspaces: [foreign] }],
])('%s with %o is refused and the source sees no question', async (tool, args) => {
  const { source, asked } = recording()
  const env = { MCP_ALLOWED_SUBSCRIPTIONS: ours, MCP_ALLOWED_WORKSPACES: ours }
  const { result, outcome } = await testHost({ env, callables, source }).answer(request({ tool, args }))
  expect(outcome.code).toBe('InvalidInput')
  expect(result.content[0]).toMatchObject({ text: expect.stringContaining(ours) })
  expect(asked).toEqual([])
})

const question = (engine: Question['engine'], scope: Question['scope']): Question => ({ engine, kql: '', scope })
const allowed = { subscriptions: [ours], workspaces: [ours] }

test.each([
  question('resource-graph', { subscriptions: [foreign] }),
  question('resource-graph', { managementGroups: ['root'], subscriptions: [ours] }),
  question('resource-graph', {}),
  question('log-analytics', { subscriptions: [ours], workspaces: [foreign] }),
  question('log-analytics', { subscriptions: [ours] }),
])('whoever asks it, no question of scope %o leaves the host', (refused) => {
  const { source, asked } = recording()
  expect(() => allowing(source, allowed).query(refused)).toThrow(expect.objectContaining({ code: 'AccessDenied' }))
  expect(asked).toEqual([])
})

test('what is allowed passes, and without lists everything does', async () => {
  const { source, asked } = recording()
  const narrow = question('resource-graph', { subscriptions: [ours.toUpperCase()] })
  const wide = question('log-analytics', {})
  await drained(allowing(source, allowed).query(narrow))
  await drained(allowing(source, { subscriptions: [], workspaces: [] }).query(wide))
  expect(asked).toEqual([narrow, wide])
})
