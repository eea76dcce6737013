import { expect, test } from 'vitest'
import { z } from 'zod'
import { orchestrator } from '../../src/workflows/orchestrator.ts'
import type { Started } from '../../src/workflows/started.ts'
import { eventOf, type HistoryEvent } from './history.ts'
import { replay } from './replay.ts'

const handler = orchestrator({
  name: 'fleet_review',
  title: 'Review',
  description: 'Reviews.',
  input: z.strictObject({}),
  questions: () => [{ title: 'Things', tool: 'get_thing', args: {}, reach: 'each subscription' }],
})
const who = { how: 'key', roles: [] } as const
const where = { subscriptions: ['a', 'b', 'c'], workspaces: [], isChosen: true, gaps: [] }
const started: Started = { caller: 'key', who, at: '2026-11-20T12:00:00.000Z', input: {}, where }
const begun = [eventOf('OrchestratorStarted', 0), eventOf('ExecutionStarted', 0)]
const done = (id: number, result: unknown = null): HistoryEvent[] => [
  eventOf('OrchestratorStarted', 0),
  eventOf('TaskCompleted', 0, { TaskScheduledId: id, Result: JSON.stringify(result) }),
]
const after = (...history: HistoryEvent[]) => replay(handler, 'run-1', started, [...begun, ...history])
const names = ({ asked }: Awaited<ReturnType<typeof replay>>) => asked.map(({ functionName }) => functionName)

const parts = ['workflow-part', 'workflow-part', 'workflow-part']

test('asks for all parts at once, each with no more than it needs', async () => {
  const { asked, isDone } = await after()
  expect(isDone).toBe(false)
  expect(asked.map(({ input }) => input)).toEqual(
    ['a', 'b', 'c'].map((key) => ({
      run: { workflow: 'fleet_review', id: 'run-1' },
      who,
      part: {
        key,
        questions: [{ title: 'Things', tool: 'get_thing', args: { subscriptions: [key] }, reach: 'each subscription' }],
      },
    })),
  )
})

test('the report comes when every part has ended, in whatever order, and its result is the run’s', async () => {
  expect(names(await after(...done(2)))).toEqual(parts)
  expect(names(await after(...done(2), ...done(0)))).toEqual(parts)
  const last = await after(...done(2), ...done(0), ...done(1))
  expect(names(last)).toEqual([...parts, 'fleet_review-report'])
  expect(last.asked[3]?.input).toEqual({ run: { workflow: 'fleet_review', id: 'run-1' }, started })
  const end = await after(...done(2), ...done(0), ...done(1), ...done(3, { complete: true }))
  expect(end).toMatchObject({ isDone: true, output: { complete: true } })
})

test('a part that fails for good does not keep the others from being waited for', async () => {
  const failure = (id: number, timer: number) => [
    eventOf('OrchestratorStarted', 0),
    eventOf('TaskFailed', 0, { TaskScheduledId: id, Reason: 'failed', Details: 'Throttled' }),
    eventOf('TimerFired', 0, { TimerId: timer }),
  ]
  const lost = [...failure(0, 3), ...failure(4, 5), ...failure(6, 7)]
  expect(names(await after(...lost))).toEqual(parts)
  expect(names(await after(...lost, ...done(2)))).toEqual(parts)
  expect(names(await after(...lost, ...done(2), ...done(1)))).toEqual([...parts, 'fleet_review-report'])
})
