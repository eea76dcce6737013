import { InfraError, tools } from '@infra-analysis/core'
import { expect, test } from 'vitest'
import type { Caller } from '../src/identity/caller.ts'
import { manualClock } from './clock.ts'
import { fine, request, testHost, toolThat } from './host.ts'
import { endless, failing } from './sources.ts'

const textOf = ({ result }: { result: { content: readonly unknown[] } }) => (result.content[0] as { text: string }).text

test('hands the call to its tool, with who calls and where to ask', async () => {
  const caller: Caller = { how: 'user', tenantId: 'T', objectId: 'Ann', roles: [] }
  const env = { WEBSITE_AUTH_ENABLED: 'True', MCP_ALLOWED_SUBSCRIPTIONS: '11111111-1111-1111-1111-111111111111' }
  const tool = toolThat(async (args, call) => {
    expect(args).toEqual({ os: 'linux' })
    expect(call).toMatchObject({ caller: 't/ann', who: caller, invocationId: 'invocation-1' })
    expect(call.place.scope).toMatchObject({ subscriptions: ['11111111-1111-1111-1111-111111111111'] })
    return fine
  })
  expect(await testHost({ env, callables: [tool] }).answer(request({ caller, args: { os: 'linux' } }))).toBe(fine)
})

test('a tool that nobody knows is refused with those that exist, and its name is not written down', async () => {
  const { answer, lines } = testHost({ callables: [toolThat(async () => fine)] })
  const reply = await answer(request({ tool: 'sk-secret' }))
  expect(textOf(reply)).toBe('InvalidInput: There is no tool of this name. Tools: get_thing.')
  expect(lines).toMatchObject([{ msg: 'audit', tool: 'unknown', outcome: 'InvalidInput' }])
  expect(JSON.stringify(lines)).not.toContain('sk-secret')
})

test('arguments beyond 64 KiB are refused', async () => {
  const { answer } = testHost({ callables: [toolThat(async () => fine)] })
  expect(textOf(await answer(request({ args: { name: 'x'.repeat(70_000) } })))).toContain('Give at most 65536 bytes')
})

test('a defect shows nothing of itself to the caller; the log has where it happened', async () => {
  const tool = toolThat(() => Promise.reject(new TypeError('cannot read password=hunter2')))
  const { answer, lines } = testHost({ callables: [tool] })
  const reply = await answer(request())
  expect(reply.outcome.code).toBe('Defect')
  expect(textOf(reply)).not.toMatch(/password|hunter2|TypeError/)
  expect(lines[0]).toMatchObject({ level: 50, name: 'TypeError', stack: expect.stringContaining('pipeline.test.ts') })
  expect(JSON.stringify(lines)).not.toContain('hunter2')
})

test('200 calls at once: a bounded number at work, a bounded line, a clear word to the rest', async () => {
  let [atWork, most] = [0, 0]
  const tool = toolThat(async () => {
    most = Math.max(most, ++atWork)
    await new Promise((resolve) => setImmediate(resolve))
    atWork--
    return fine
  })
  const env = { MCP_CALLS_AT_A_TIME: '6', MCP_CALLS_PER_MINUTE: '1000' }
  const { answer } = testHost({ env, callables: [tool] })
  const replies = await Promise.all(Array.from({ length: 200 }, () => answer(request())))
  const count = (code: string) => replies.filter(({ outcome }) => outcome.code === code).length
  expect(most).toBe(6)
  expect([count('ok'), count('Throttled')]).toEqual([30, 170])
})

test('calls by queue are not counted by the minute', async () => {
  const { answer } = testHost({ env: { MCP_CALLS_PER_MINUTE: '1' }, callables: [toolThat(async () => fine)] })
  const codes = []
  for (const via of ['mcp', 'mcp', 'queue', 'queue'] as const) codes.push((await answer(request({ via }))).outcome.code)
  expect(codes).toEqual(['ok', 'Throttled', 'ok', 'ok'])
})

const callables = tools().map((tool) => ({ ...tool, owner: tool.analysis.id }))

test('a defect within a tool of core is in the log too', async () => {
  const { source } = failing(new TypeError('no such member'))
  const { answer, lines } = testHost({ callables, source })
  expect((await answer(request({ tool: 'get_server_metadata' }))).outcome.code).toBe('Defect')
  expect(lines[0]).toMatchObject({ level: 50, name: 'TypeError', msg: 'defect' })
})

test('a call that is cancelled stops its query', async () => {
  const { source, signals } = endless()
  const caller = new AbortController()
  const call = testHost({ callables, source }).answer(request({ tool: 'get_server_metadata', signal: caller.signal }))
  await expect.poll(() => signals.length).toBeGreaterThan(0)
  caller.abort()
  expect((await call).outcome.code).toBe('Cancelled')
  expect(signals.every(({ aborted }) => aborted)).toBe(true)
})

test('the deadline stops the query too', async () => {
  const { source, signals } = endless()
  const clock = manualClock()
  const call = testHost({ callables, source, clock }).answer(request({ tool: 'get_server_metadata' }))
  await expect.poll(() => signals.length).toBeGreaterThan(0)
  clock.advance(50_000)
  expect(textOf(await call)).toContain('No answer within 50 s')
  expect(signals.every(({ aborted }) => aborted)).toBe(true)
})

test('texts of services reach neither the caller nor the log', async () => {
  const secrets = ['c4n4ry-body', 'c4n4ry-token', 'c4n4ry-cause']
  const [body = '', token = '', why = ''] = secrets
  const service = Object.assign(new Error(`403 Authorization: Bearer ${token}`), {
    request: { headers: { authorization: `Bearer ${token}` } },
    response: { bodyAsText: body },
  })
  const { source } = failing(new InfraError('AccessDenied', 'Resource Graph refuses', 'Get a role.', [service, why]))
  const { answer, lines } = testHost({ callables, source })
  const reply = await answer(request({ tool: 'get_server_metadata' }))
  expect(reply.outcome.code).toBe('AccessDenied')
  for (const secret of secrets) expect(JSON.stringify([reply, lines])).not.toContain(secret)
})
