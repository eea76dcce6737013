import { expect, test } from 'vitest'
import type { Caller } from '../../src/identity/caller.ts'
import { fine, nobody, request, testHost, toolThat } from '../host.ts'

const user = (...roles: readonly string[]): Caller => ({ how: 'user', objectId: 'ann', tenantId: 't', roles })
const tools = [toolThat(async () => fine), toolThat(async () => fine, 'get_other')]
const signIn = { WEBSITE_AUTH_ENABLED: 'True' }
const mapped = { ...signIn, MCP_ROLE_TOOLS: '{"Reader":["get_thing"],"Admin":["*"]}' }

const codeFor = async (env: Record<string, string>, caller: Caller, tool = 'get_thing') => {
  const { result, outcome } = await testHost({ env, callables: tools }).answer(request({ caller, tool }))
  return [outcome.code, result.content[0]]
}

test('without a mapping every signed-in caller may use all tools', async () => {
  expect((await codeFor(signIn, user()))[0]).toBe('ok')
})

test('with sign-in on, who is not recognised is not let in', async () => {
  expect(await codeFor(signIn, nobody)).toEqual([
    'SignInRequired',
    { type: 'text', text: expect.stringContaining('Sign in') },
  ])
})

test('a role gives its tools and no other; the refusal names the roles that would do', async () => {
  expect((await codeFor(mapped, user('Reader')))[0]).toBe('ok')
  expect((await codeFor(mapped, user('Admin'), 'get_other'))[0]).toBe('ok')
  expect(await codeFor(mapped, user('Reader'), 'get_other')).toEqual([
    'AccessDenied',
    { type: 'text', text: expect.stringContaining('application role Admin') },
  ])
  expect((await codeFor(mapped, user()))[1]).toMatchObject({ text: expect.stringContaining('Reader or Admin') })
})

test('what comes by a trigger was let in by the operator', async () => {
  expect((await codeFor(mapped, { how: 'trigger', roles: [] }))[0]).toBe('ok')
})
