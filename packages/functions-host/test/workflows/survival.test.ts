import { InfraError } from '@infra-analysis/core'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { places } from '../../src/workflows/where.ts'
import type { Workflow } from '../../src/workflows/workflow.ts'
import { toolThat } from '../host.ts'
import { answerWith, finding, replyWith } from './answers.ts'
import { estateOf } from './estate.ts'

const subscriptions = Array.from(
  { length: 50 },
  (_, place) => `00000000-0000-0000-0000-${`${place}`.padStart(12, '0')}`,
)

const review: Workflow = {
  name: 'fleet_review',
  title: 'Review',
  description: 'Reviews.',
  input: z.strictObject(places),
  questions: () => [{ title: 'Things', tool: 'get_thing', args: {}, reach: 'each subscription' }],
}

test('a run over 50 subscriptions survives a restart of the worker: each is asked, some twice, and counted once', async () => {
  const asked: string[] = []
  const tool = toolThat(async (args) => {
    const [subscription = ''] = (args as { subscriptions: string[] }).subscriptions
    if (asked.push(subscription) === 20) estate.durable.restart()
    return replyWith(answerWith(3, [finding(subscription, 'high')]), 3)
  })
  const estate = estateOf({ workflows: [review], tools: [tool] })
  const status = await estate.status('run_fleet_review', { subscriptions })
  expect(new Set(asked)).toEqual(new Set(subscriptions))
  // the turn in which the worker died is done again
  expect(asked).toHaveLength(58)
  expect(status).toMatchObject({
    status: 'completed',
    result: {
      complete: true,
      subscriptions: 50,
      not_answered_count: 0,
      sections: [{ title: 'Things', code: 'ok', known: 100, total: 150 }],
    },
  })
  const report = estate.store.documents.get(`workflows/fleet_review/${idOf(status)}/report.json`)
  expect(JSON.parse(report?.text ?? '').sections[0].answer.summary.figures[1].value).toBe(50)
})

test('every question of a run is written down under its caller', async () => {
  const tool = toolThat(async () => replyWith(answerWith(3), 3))
  const estate = estateOf({ workflows: [review], tools: [tool], env: { WEBSITE_AUTH_ENABLED: 'True' } })
  const ann = { how: 'user', tenantId: 't', objectId: 'ann', roles: [], token: () => 'c4n4ry' } as const
  await estate.status('run_fleet_review', { subscriptions: subscriptions.slice(0, 3) }, ann)
  const records = estate.lines.filter(({ msg }) => msg === 'audit')
  expect(records.map(({ tool: name, via, objectId }) => [name, via, objectId])).toEqual([
    ['get_thing', 'workflow', 'ann'],
    ['get_thing', 'workflow', 'ann'],
    ['get_thing', 'workflow', 'ann'],
    ['run_fleet_review', 'mcp', 'ann'],
  ])
})

test('what failed for the moment is tried again; what fails for good is listed and the run goes on', async () => {
  const asked: Record<string, number> = {}
  const tool = toolThat(async (args) => {
    const [subscription = ''] = (args as { subscriptions: string[] }).subscriptions
    const times = (asked[subscription] = (asked[subscription] ?? 0) + 1)
    if (subscription.endsWith('1') && times < 3) throw new InfraError('Throttled', 'Too fast', 'Wait.')
    if (subscription.endsWith('2')) throw new InfraError('ServiceUnavailable', 'It is down', 'Wait.')
    if (subscription.endsWith('3')) throw new InfraError('AccessDenied', 'You may not', 'Get a role.')
    return replyWith(answerWith(2), 2)
  })
  const estate = estateOf({ workflows: [review], tools: [tool] })
  const few = subscriptions.slice(0, 4)
  const status = await estate.status('run_fleet_review', { subscriptions: few })
  expect(few.map((subscription) => asked[subscription])).toEqual([1, 3, 3, 1])
  expect(status).toMatchObject({
    status: 'completed',
    result: {
      complete: false,
      sections: [{ code: 'ServiceUnavailable', total: 4 }],
      not_answered: [
        { where: few[2], title: 'Things', code: 'ServiceUnavailable' },
        { where: few[3], title: 'Things', code: 'AccessDenied' },
      ],
    },
  })
})

test('a part whose result cannot be stored is a defect of its own, and the run goes on', async () => {
  const tool = toolThat(async () => replyWith(answerWith(2), 2))
  const [broken = '', ...others] = subscriptions.slice(0, 3)
  const estate = estateOf({ workflows: [review], tools: [tool], isFullFor: (name) => name.includes(broken) })
  const status = await estate.status('run_fleet_review', { subscriptions: [broken, ...others] })
  expect(status).toMatchObject({
    status: 'completed',
    result: { complete: false, not_answered: [{ where: broken, code: 'Defect' }], sections: [{ total: 4 }] },
  })
})

test('when the report itself fails, so does the run; nothing of why reaches the caller', async () => {
  const estate = estateOf({ workflows: [review], tools: [toolThat(async () => replyWith(answerWith(2), 2))] })
  estate.store.get = () => Promise.reject(new Error('c4n4ry in a service text'))
  const status = await estate.status('run_fleet_review', { subscriptions: subscriptions.slice(0, 2) })
  expect(status).toMatchObject({ status: 'failed', reason: 'failed' })
  expect(JSON.stringify(status)).not.toContain('c4n4ry')
})

const idOf = (status: object): string => (status as { workflow_id: string }).workflow_id
