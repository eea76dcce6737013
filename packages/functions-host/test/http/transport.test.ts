import { tools } from '@infra-analysis/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningApp, startApp, startMs } from '../harness/app.ts'
import { connected } from '../harness/client.ts'

const headers = { 'x-functions-key': 'k' }
let app: RunningApp
let url: URL

beforeAll(async () => {
  app = await startApp({ MCP_HTTP_TRANSPORT: 'true', HARNESS_KEY: 'k', WEBSITE_HOSTNAME: '127.0.0.1:7071' })
  url = new URL('/api/mcp', app.origin)
}, startMs)
afterAll(() => app.stop())

describe.each(['legacy', 'auto'] as const)('a client that opens %s', (mode) => {
  test('sees every tool with title, annotations and both schemas', async () => {
    const client = await connected(url, { headers, mode })
    expect(client.getProtocolEra()).toBe(mode === 'auto' ? 'modern' : 'legacy')
    const listed = (await client.listTools()).tools
    await client.close()
    const fields = ({ name, title, description, inputSchema, outputSchema, annotations }: Record<string, unknown>) => ({
      name,
      title,
      description,
      inputSchema,
      outputSchema,
      annotations,
    })
    expect(listed.map(fields)).toEqual(tools().map((tool) => fields({ ...tool })))
  })

  test('hears of progress before the answer comes', async () => {
    const client = await connected(url, { headers, mode })
    const heard: number[] = []
    const answer = await client.callTool(
      { name: 'get_patching_level', arguments: { limit: 1 } },
      { onprogress: ({ progress }) => heard.push(progress) },
    )
    await client.close()
    expect(heard.length).toBeGreaterThan(0)
    expect(answer).toMatchObject({ structuredContent: { rows: expect.any(Array) }, _meta: { 'infra/code': 'ok' } })
  })

  test('is taught by bad input', async () => {
    const client = await connected(url, { headers, mode })
    const answer = await client.callTool({ name: 'get_patching_level', arguments: { limt: 1 } })
    await client.close()
    expect(answer).toMatchObject({ isError: true, _meta: { 'infra/code': 'InvalidInput' } })
  })
})

const post = (more: Record<string, string>, body = '{}') =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...more },
    body,
  })

test.each([
  ['without a key', {}, '{}', 401],
  ['from a page of another site', { ...headers, origin: 'https://evil.example' }, '{}', 403],
  ['with a body that is no JSON', headers, '{', 400],
  ['with a body of 300 kB', headers, JSON.stringify({ filler: 'x'.repeat(300_000) }), 413],
  ['with a form', { ...headers, 'content-type': 'text/plain' }, '{}', 415],
])('a request %s is refused', async (_, more, body, status) => {
  expect((await post(more, body)).status).toBe(status)
})

test('there is no session to open or close', async () => {
  for (const method of ['GET', 'DELETE']) expect((await fetch(url, { method, headers })).status).toBe(405)
})

test('the transport is off unless asked for', async () => {
  const plain = await startApp()
  const response = await fetch(`${plain.origin}/api/mcp`, { method: 'POST' })
  await plain.stop()
  expect(response.status).toBe(404)
})
