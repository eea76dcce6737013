import { InfraError } from '@infra-analysis/core'
import { expect, test } from 'vitest'
import { poisonHandler } from '../../src/triggers/poison.ts'
import { queueHandler } from '../../src/triggers/queue.ts'
import { fine, toolThat } from '../host.ts'
import { invocationOf } from './invocation.ts'
import { meansWith } from './means.ts'

const failing = (reason: Error) => [toolThat(() => Promise.reject(reason))]
const message = { tool: 'get_thing', arguments: { os: 'linux' }, id: 'mine-1' }

test('the answer to a message is stored by day and invocation, with the mark of its sender', async () => {
  const means = meansWith([toolThat(async () => fine)])
  await queueHandler(means)(message, invocationOf())
  expect([...means.store.documents.keys()]).toEqual(['results/2026-11-20/invocation-1.json'])
  expect(means.store.only()).toMatchObject({ tool: 'get_thing', id: 'mine-1', code: 'ok', rows: 3 })
  expect(means.lines).toMatchObject([{ msg: 'audit', via: 'queue', auth: 'trigger', arguments: { os: 'linux' } }])
})

test.each([['no JSON at all'], [{ tool: 'get_thing', args: {} }], [{ arguments: {} }], [null]])(
  '%o is no call: its sender is told what one is, and it is not tried again',
  async (wrong) => {
    const means = meansWith([toolThat(async () => fine)])
    await queueHandler(means)(wrong, invocationOf())
    expect(means.store.only()).toMatchObject({
      code: 'InvalidInput',
      error: expect.stringContaining('Send JSON such as'),
    })
    expect(means.lines).toMatchObject([{ msg: 'audit', via: 'queue', tool: 'unknown', outcome: 'InvalidInput' }])
  },
)

test.each(['InvalidInput', 'AccessDenied', 'RowMismatch'] as const)('%s is an answer', async (code) => {
  const means = meansWith(failing(new InfraError(code, 'It went wrong', 'Mend it.')))
  await queueHandler(means)(message, invocationOf())
  expect(means.store.only()).toMatchObject({ code, error: `${code}: It went wrong. Mend it.` })
})

test.each([
  ['ServiceUnavailable', new InfraError('ServiceUnavailable', 'It is down', 'Wait.')],
  ['Throttled', new InfraError('Throttled', 'Too fast', 'Wait.')],
  ['Defect', new TypeError('c4n4ry')],
])('%s is thrown, so that the host tries again, and says nothing of services', async (code, error) => {
  const means = meansWith(failing(error))
  const attempt = queueHandler(means)(message, invocationOf())
  await expect(attempt).rejects.toThrow(code)
  await expect(attempt).rejects.not.toThrow('c4n4ry')
  expect(means.store.documents.size).toBe(0)
})

test('a result that cannot be stored is tried again', async () => {
  const means = meansWith([toolThat(async () => fine)], () => true)
  await expect(queueHandler(means)(message, invocationOf())).rejects.toThrow('full')
})

test.each([
  [message, { tool: 'get_thing', id: 'mine-1' }, 'get_thing'],
  ['no JSON at all', { tool: '' }, 'unknown'],
])('a message that is given up is written down, and its sender is told', async (given, told, tool) => {
  const means = meansWith([toolThat(async () => fine)])
  await poisonHandler(means)(given, invocationOf())
  expect(means.store.only()).toMatchObject({
    ...told,
    code: 'ServiceUnavailable',
    error: expect.stringContaining('five times'),
  })
  expect(means.lines).toMatchObject([{ msg: 'audit', via: 'queue', tool, outcome: 'ServiceUnavailable' }])
})
