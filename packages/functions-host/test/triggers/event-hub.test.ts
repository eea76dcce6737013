import { expect, test } from 'vitest'
import { eventHubHandler } from '../../src/triggers/event-hub.ts'
import { fine, toolThat } from '../host.ts'
import { invocationOf } from './invocation.ts'
import { meansWith } from './means.ts'

const call = (id: string, args: object = {}) => ({ tool: 'get_thing', arguments: args, id })

test('each event of a batch has its answer, and a bad one does not keep the others from theirs', async () => {
  const tool = toolThat(async (args) => {
    if ('fail' in (args as object)) throw new TypeError('c4n4ry')
    return fine
  })
  const means = meansWith([tool])
  await eventHubHandler(means)([call('a'), 'nonsense', call('c', { fail: true }), call('d')], invocationOf('batch'))
  const documents = [...means.store.documents].map(([name, { text }]) => [name, JSON.parse(text)])
  expect(documents).toMatchObject([
    ['results/2026-11-20/batch-0.json', { id: 'a', code: 'ok' }],
    ['results/2026-11-20/batch-1.json', { code: 'InvalidInput' }],
    ['results/2026-11-20/batch-2.json', { id: 'c', code: 'Defect' }],
    ['results/2026-11-20/batch-3.json', { id: 'd', code: 'ok' }],
  ])
  expect(JSON.stringify(documents)).not.toContain('c4n4ry')
  const records = means.lines.filter(({ msg }) => msg === 'audit')
  expect(records.map(({ outcome, via }) => [via, outcome])).toEqual(
    ['ok', 'InvalidInput', 'Defect', 'ok'].map((outcome) => ['event-hub', outcome]),
  )
})

test('when a result cannot be stored the others are, and the host hears of it', async () => {
  const means = meansWith([toolThat(async () => fine)], (name) => name.includes('batch-1'))
  const handler = eventHubHandler(means)
  await expect(handler([call('a'), call('b'), call('c')], invocationOf('batch'))).rejects.toThrow('1 of 3 results')
  expect(means.store.documents.size).toBe(2)
})
