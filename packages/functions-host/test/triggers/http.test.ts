import { HttpRequest } from '@azure/functions'
import { InfraError, type ErrorCode } from '@infra-analysis/core'
import { expect, test } from 'vitest'
import { httpHandler } from '../../src/triggers/http.ts'
import { startApp, startMs } from '../harness/app.ts'
import { fine, testHost, toolThat } from '../host.ts'
import { tokenOf } from '../token.ts'
import { invocationOf } from './invocation.ts'

const requestWith = (body: string, headers: Record<string, string> = {}) =>
  new HttpRequest({
    method: 'POST',
    url: 'https://app/api/tools/get_thing',
    params: { tool: 'get_thing' },
    body: { string: body },
    headers,
  })

test('the body holds the arguments, and the answer is JSON', async () => {
  const page = { summary: 'All is well.' } as never
  const tool = toolThat(async (args, { invocation }) => {
    expect(args).toEqual({ os: 'linux' })
    expect(invocation?.invocationId).toBe('invocation-1')
    return { ...fine, result: { ...fine.result, structuredContent: page } }
  })
  const { answer, host, lines } = testHost({ callables: [tool] })
  const response = await httpHandler(host, answer)(requestWith('{"os":"linux"}'), invocationOf())
  expect(response).toEqual({
    status: 200,
    headers: { 'cache-control': 'no-store' },
    jsonBody: {
      tool: 'get_thing',
      invocationId: 'invocation-1',
      answeredAt: '2026-11-20T12:00:00.000Z',
      code: 'ok',
      complete: true,
      rows: 3,
      result: page,
    },
  })
  expect(lines).toMatchObject([{ msg: 'audit', via: 'http', auth: 'key', tool: 'get_thing' }])
})

test.each<[ErrorCode, number]>([
  ['InvalidInput', 400],
  ['AccessDenied', 403],
  ['Throttled', 429],
  ['ServiceUnavailable', 503],
  ['RowMismatch', 500],
])('%s is %d, with what to do', async (code, status) => {
  const tool = toolThat(() => Promise.reject(new InfraError(code, 'It went wrong', 'Mend it.')))
  const { answer, host } = testHost({ callables: [tool] })
  const response = await httpHandler(host, answer)(requestWith(''), invocationOf())
  expect(response).toMatchObject({ status, jsonBody: { code, error: `${code}: It went wrong. Mend it.` } })
  expect(response.jsonBody).not.toHaveProperty('result')
})

test('a body that is no JSON reaches the tool as it is, which says so', async () => {
  const tool = toolThat(async (args) => {
    expect(args).toBe('limit=5')
    return fine
  })
  const { answer, host } = testHost({ callables: [tool] })
  expect((await httpHandler(host, answer)(requestWith('limit=5'), invocationOf())).status).toBe(200)
})

test('who calls is the platform’s word, and forged headers count for nothing without it', async () => {
  const who: unknown[] = []
  const tool = toolThat(async (_, call) => {
    who.push([call.who.how, call.who.objectId])
    return fine
  })
  const headers = { authorization: `Bearer ${tokenOf({ oid: 'ann', tid: 't', scp: 'x' })}` }
  for (const env of [{ WEBSITE_AUTH_ENABLED: 'True' }, {}]) {
    const { answer, host } = testHost({ callables: [tool], env })
    await httpHandler(host, answer)(requestWith('{}', headers), invocationOf())
  }
  expect(who).toEqual([
    ['user', 'ann'],
    ['key', undefined],
  ])
})

test.each([{}, { MCP_HTTP_TRANSPORT: 'true' }])(
  'the built app finds the tool in the address: %o',
  { timeout: startMs },
  async (settings) => {
    const app = await startApp({ INFRA_HTTP_TOOLS: 'true', HARNESS_KEY: 'k', ...settings })
    const address = new URL('/api/tools/get_patching_level', app.origin)
    const body = '{"limit":1}'
    const refused = await fetch(address, { method: 'POST', body })
    const answered = await fetch(address, { method: 'POST', body, headers: { 'x-functions-key': 'k' } })
    const document: unknown = await answered.json()
    await app.stop()
    expect([refused.status, answered.status]).toEqual([401, 200])
    expect(document).toMatchObject({ tool: 'get_patching_level', code: 'ok', result: { rows: { length: 1 } } })
  },
)
