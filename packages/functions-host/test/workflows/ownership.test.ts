import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Caller } from '../../src/identity/caller.ts'
import { places } from '../../src/workflows/where.ts'
import type { Workflow } from '../../src/workflows/workflow.ts'
import { toolThat } from '../host.ts'
import { answerWith, replyWith } from './answers.ts'
import { estateOf } from './estate.ts'

const workflow = (name: Workflow['name']): Workflow => ({
  name,
  title: 'Review',
  description: 'Reviews.',
  input: z.strictObject(places),
  questions: () => [{ title: 'Things', tool: 'get_thing', args: {}, reach: 'each subscription' }],
})
const workflows = [workflow('fleet_review'), workflow('patch_campaign_report')]
const tool = toolThat(async () => replyWith(answerWith(2), 2))
const subscriptions = ['11111111-1111-1111-1111-111111111111']
const [ann, bob] = ['ann', 'bob'].map((objectId): Caller => ({ how: 'user', tenantId: 't', objectId, roles: [] })) as [
  Caller,
  Caller,
]
const estate = (waitSeconds: number) =>
  estateOf({ workflows, tools: [tool], waitSeconds, env: { WEBSITE_AUTH_ENABLED: 'True' } })

test('a run that takes longer than a call may is handed over, and found by its own caller', async () => {
  const { status } = estate(1)
  const first = await status('run_fleet_review', { subscriptions }, ann)
  if (first.status !== 'running') throw new Error(first.status)
  expect(first).toEqual({
    status: 'running',
    workflow_id: expect.stringMatching(/^[\da-f-]{36}$/),
    poll_after_seconds: 15,
    next: 'It goes on. Call fleet_review_result with this workflow_id in 15 seconds.',
  })
  const { workflow_id } = first
  expect(await status('fleet_review_result', { workflow_id }, ann)).toMatchObject({ status: 'completed', workflow_id })
})

test('a run of somebody else, of another workflow, and none at all are told apart by nobody', async () => {
  const { lines, reply, status } = estate(20)
  const run = await status('run_fleet_review', { subscriptions }, ann)
  const { workflow_id } = run as { workflow_id: string }
  const unknown = await reply('fleet_review_result', { workflow_id: '00000000-0000-4000-8000-000000000000' }, ann)
  expect(unknown.result.structuredContent).toMatchObject({ status: 'not_found' })
  expect(await reply('fleet_review_result', { workflow_id }, bob)).toEqual(unknown)
  expect(await reply('fleet_review_result', { workflow_id: '../instances' }, ann)).toEqual(unknown)
  const other = await status('patch_campaign_report_result', { workflow_id }, ann)
  expect(other).toEqual(await status('patch_campaign_report_result', { workflow_id }, bob))
  expect(other.status).toBe('not_found')
  expect(lines.at(-1)).toMatchObject({ tool: 'patch_campaign_report_result', outcome: 'InvalidInput', objectId: 'bob' })
})

test('the ids are made here: a caller cannot choose one', async () => {
  const { reply } = estate(20)
  const chosen = await reply('run_fleet_review', { subscriptions, workflow_id: 'mine' }, ann)
  expect(chosen.result.isError).toBe(true)
})

test('text and structured content say the same', async () => {
  const { result } = await estate(20).reply('run_fleet_review', { subscriptions }, ann)
  const [said] = result.content as readonly { text: string }[]
  expect(JSON.parse(said?.text ?? '')).toEqual(result.structuredContent)
})
