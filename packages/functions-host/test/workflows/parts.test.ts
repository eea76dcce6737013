import { expect, test } from 'vitest'
import { partsOf } from '../../src/workflows/parts.ts'
import type { Question } from '../../src/workflows/workflow.ts'

const perSubscription: Question = {
  title: 'Servers',
  tool: 'get_servers',
  args: { os: 'x' },
  reach: 'each subscription',
}
const overLogs: Question = { title: 'Logs', tool: 'get_logs', args: {}, reach: 'all workspaces' }
const where = { subscriptions: ['a', 'b'], workspaces: [], isChosen: false, gaps: [] }

test('a part for each subscription, and one for each question to the workspaces', () => {
  expect(partsOf([perSubscription, overLogs], where)).toEqual([
    { key: 'a', questions: [{ ...perSubscription, args: { os: 'x', subscriptions: ['a'] } }] },
    { key: 'b', questions: [{ ...perSubscription, args: { os: 'x', subscriptions: ['b'] } }] },
    { key: 'get_logs', questions: [overLogs] },
  ])
})

test('logs are asked in the workspaces of the run, and about chosen subscriptions only', () => {
  const chosen = { ...where, workspaces: ['w'], isChosen: true }
  expect(partsOf([overLogs], chosen)).toEqual([
    { key: 'get_logs', questions: [{ ...overLogs, args: { subscriptions: ['a', 'b'], workspaces: ['w'] } }] },
  ])
})

test('a subscription in which nothing is asked is no part', () => {
  expect(partsOf([overLogs], where).map(({ key }) => key)).toEqual(['get_logs'])
})
