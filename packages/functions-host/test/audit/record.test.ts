import { expect, test } from 'vitest'
import { closedArguments, hashOf } from '../../src/audit/arguments.ts'
import type { Caller } from '../../src/identity/caller.ts'
import { manualClock } from '../clock.ts'
import { fine, request, testHost, toolThat } from '../host.ts'

const caller: Caller = {
  how: 'user',
  tenantId: 'tenant',
  objectId: 'ann',
  name: 'ann@example.com',
  appId: 'vscode',
  roles: ['Reader'],
  token: () => 'the-token',
}

test('a call leaves one record: who, what, with whose rights, how it ended; no cell and no free text', async () => {
  const clock = manualClock()
  const tool = toolThat(async () => {
    clock.advance(1200)
    return fine
  })
  const { answer, lines } = testHost({ env: { WEBSITE_AUTH_ENABLED: 'True' }, callables: [tool], clock })
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
  await answer(request({ caller, traceparent, args: { os: 'linux', name: 'web-01' } }))
  expect(lines).toEqual([
    {
      level: 30,
      time: expect.any(Number),
      msg: 'audit',
      at: '2026-11-20T12:00:00.000Z',
      invocationId: 'invocation-1',
      traceparent,
      via: 'mcp',
      tool: 'get_thing',
      auth: 'user',
      tenantId: 'tenant',
      objectId: 'ann',
      user: 'ann@example.com',
      appId: 'vscode',
      identity: 'sandbox',
      scope: { subscriptions: [] },
      argumentsHash: hashOf({ name: 'web-01', os: 'linux' }),
      arguments: { os: 'linux' },
      outcome: 'ok',
      rows: 3,
      complete: true,
      durationMs: 1200,
    },
  ])
})

test('refused calls are recorded too', async () => {
  const { answer, lines } = testHost({
    env: { WEBSITE_AUTH_ENABLED: 'True', MCP_ROLE_TOOLS: '{"Admin":["*"]}', MCP_CALLS_PER_MINUTE: '1' },
    callables: [toolThat(async () => fine)],
  })
  await answer(request({ caller }))
  const admin = { ...caller, roles: ['Admin'] }
  await answer(request({ caller: admin }))
  await answer(request({ caller: admin }))
  expect(lines.map(({ outcome }) => outcome)).toEqual(['AccessDenied', 'ok', 'Throttled'])
})

test('the hash depends on the values and not on the order of the keys', () => {
  expect(hashOf({ a: 1, b: [{ c: 2, d: 3 }] })).toBe(hashOf({ b: [{ d: 3, c: 2 }], a: 1 }))
  expect(hashOf({ a: 1 })).not.toBe(hashOf({ a: 2 }))
  expect(hashOf(undefined)).toMatch(/^[\da-f]{64}$/)
})

test('of the arguments only numbers, switches and listed words are written down', () => {
  const properties = {
    limit: { type: 'integer' },
    deep: { type: 'boolean' },
    view: { enum: ['a', 'b'] },
    os: { type: 'array', items: { enum: ['Windows'] } },
    name: { type: 'string' },
    list: { type: 'array', items: { type: 'string' } },
  }
  const args = { limit: 5, deep: true, view: 'a', os: ['Windows'], name: 'x', list: ['y'], other: 7 }
  expect(closedArguments(args, { properties })).toEqual({ limit: 5, deep: true, view: 'a', os: ['Windows'] })
  expect(closedArguments({ view: 'secret', os: ['Windows', 'secret'], __proto__: null }, { properties })).toEqual({})
  expect(closedArguments('text', { properties })).toEqual({})
})
