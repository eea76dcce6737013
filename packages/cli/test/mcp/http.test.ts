import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { listen } from './clients.ts'
import { host, waitingTool } from './host.ts'
import { callOf, initialize, list } from './messages.ts'

const served = host()

interface Asked {
  readonly method?: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string | undefined>>
  readonly body?: unknown
}

interface Answered {
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

const envelope = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientCapabilities': {},
}
const modernList = { ...list, params: { _meta: envelope } }
const modern = { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'tools/list' }

const usual = (token = '') => ({
  accept: 'application/json, text/event-stream',
  'content-type': 'application/json',
  authorization: `Bearer ${token}`,
})

/** Sends a request that is welcome but for what is given. */
async function ask(
  { method = 'POST', path, headers, body = list }: Asked,
  at?: { url: string; token?: string },
): Promise<Answered> {
  const { url, token } = at ?? (await listen(served))
  const all = Object.entries({ ...usual(token), ...headers }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  const sent = request(new URL(path ?? url, url), { method, headers: Object.fromEntries(all) })
  sent.end(method === 'GET' ? undefined : typeof body === 'string' ? body : JSON.stringify(body))
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  return { status: response.statusCode, headers: response.headers, body: await text(response) }
}

test.each<[name: string, asked: Asked, status: number, words?: string]>([
  ['the older era', {}, 200, 'get_patching_level'],
  ['the older era, without initialize before', { headers: { 'mcp-protocol-version': '2025-11-25' } }, 200],
  ['the newer era, whose list may be kept', { headers: modern, body: modernList }, 200, '"ttlMs":3600000'],
  ['a notification', { body: { jsonrpc: '2.0', method: 'notifications/initialized' } }, 202],
  ['Host of this machine on another port', { headers: { host: 'localhost:9999' } }, 200],
  ['Host of this machine, IPv6', { headers: { host: '[::1]:80' } }, 200],
  ['a foreign Host', { headers: { host: 'evil.example' } }, 403, 'Invalid Host'],
  ['a foreign Host without a token', { headers: { host: 'evil.example', authorization: undefined } }, 403],
  ['no Origin', { headers: { origin: undefined } }, 200],
  ['an Origin of this machine', { headers: { origin: 'http://localhost:6274' } }, 200],
  ['an Origin of this machine, TLS', { headers: { origin: 'https://localhost' } }, 200],
  ['a foreign Origin', { headers: { origin: 'http://evil.example' } }, 403],
  ['the Origin of nobody', { headers: { origin: 'null' } }, 403],
  ['the Origin of a webview', { headers: { origin: 'vscode-webview://abc' } }, 403],
  ['the Origin of a file', { headers: { origin: 'vscode-file://vscode-app' } }, 403],
  ['no token', { headers: { authorization: undefined } }, 401],
  ['a wrong token', { headers: { authorization: 'Bearer wrong' } }, 401],
  ['a wrong token of the right length', { headers: { authorization: `Bearer ${'x'.repeat(64)}` } }, 401],
  ['a token of another scheme', { headers: { authorization: 'Basic abc' } }, 401],
  ['GET', { method: 'GET' }, 405],
  ['DELETE', { method: 'DELETE' }, 405],
  ['a preflight of a browser', { method: 'OPTIONS', headers: { origin: 'http://localhost' } }, 405],
  ['another path', { path: '/' }, 404],
  ['a longer path', { path: '/mcp/x' }, 404],
  ['a path with a query', { path: '/mcp?x=1' }, 404],
  ['what a form sends', { headers: { 'content-type': 'text/plain' } }, 415],
  ['no type of content', { headers: { 'content-type': undefined } }, 415],
  ['Accept without a stream', { headers: { accept: 'application/json' } }, 406],
  ['no JSON', { body: '{"jsonrpc"' }, 400, '-32700'],
  ['no JSON-RPC', { body: { hello: 1 } }, 400],
  ['a body above the limit', { body: { ...list, params: { x: 'x'.repeat(256 * 1024) } } }, 413],
  ['two initialize in a batch', { body: [initialize, { ...initialize, id: 1 }] }, 400],
  ['a revision that nobody knows', { headers: { 'mcp-protocol-version': '1999-01-01' } }, 400],
  ['the newer era without its _meta', { headers: modern, body: list }, 400, '-32602'],
  [
    'a header that the body contradicts',
    { headers: { ...modern, 'mcp-method': 'tools/call' }, body: modernList },
    400,
    '-32020',
  ],
  [
    'the newer era without Mcp-Method',
    { headers: { ...modern, 'mcp-method': undefined }, body: modernList },
    400,
    '-32020',
  ],
  ['an unknown method', unknownMethod(), 404, '-32601'],
  ['initialize in the newer era', inNewerEra('initialize'), 404, '-32601'],
])('%s', async (_, asked, status, words = '') => {
  const answer = await ask(asked)
  expect(answer).toMatchObject({ status, body: expect.stringContaining(words) })
  expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
})

function inNewerEra(method: string): Asked {
  const body = { jsonrpc: '2.0', id: 1, method, params: { _meta: envelope } }
  return { headers: { ...modern, 'mcp-method': method }, body }
}

function unknownMethod(): Asked {
  return inNewerEra('tools/invent')
}

test('what is refused says how to do better', async () => {
  expect((await ask({ headers: { authorization: undefined } })).headers).toMatchObject({ 'www-authenticate': 'Bearer' })
  expect((await ask({ method: 'GET' })).headers).toMatchObject({ allow: 'POST' })
})

test('a body without a declared length is limited too', async () => {
  const { url, token } = await listen(served)
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let i = 0; i < 6; i++) controller.enqueue(Buffer.alloc(64 * 1024, ' '))
      controller.close()
    },
  })
  const { status } = await fetch(url, { method: 'POST', headers: usual(token), body, duplex: 'half' })
  expect(status).toBe(413)
})

test('every server has a token of its own, of 32 random bytes', async () => {
  const tokens = await Promise.all([listen(served), listen(served)].map(async (one) => (await one).token ?? ''))
  expect(tokens).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), expect.stringMatching(/^[0-9a-f]{64}$/)])
  expect(new Set(tokens).size).toBe(2)
})

describe('clients that take too much', () => {
  const limits = { headersTimeout: 40, requestTimeout: 80, checkingInterval: 20, connections: 2 }

  test.each([
    ['headers that do not end', 'POST /mcp HTTP/1.1\r\nhost: localhost\r\n'],
    ['a body that does not come', 'POST /mcp HTTP/1.1\r\nhost: localhost\r\ncontent-length: 9\r\n\r\n'],
  ])('%s', async (_, start) => {
    const { url } = await listen(served, limits)
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.write(start)
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 40[18] /)
  })

  test('more connections than there may be', async () => {
    const at = await listen(served, limits)
    const port = Number(new URL(at.url).port)
    const held = [1, 2].map(() => connect(port, '127.0.0.1'))
    await Promise.all(held.map((socket) => new Promise((resolve) => socket.once('connect', resolve))))
    await expect(ask({}, at)).rejects.toThrow(/ECONNRESET|hang up/)
    for (const socket of held) socket.destroy()
  })
})

test.each([
  ['older', {}, {}],
  [
    'newer',
    { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'tools/call', 'mcp-name': 'get_made_by_hand' },
    envelope,
  ],
])('a client of the %s era that vanishes stops its call, and the server stays', async (_, headers, meta) => {
  const { tool, started, stopped } = waitingTool()
  const at = await listen(host({ tools: [tool] }))
  const sent = request(at.url, { method: 'POST', headers: { ...usual(at.token), ...headers } })
  sent.on('error', () => undefined)
  const call = callOf(1, tool.name, {})
  sent.end(JSON.stringify({ ...call, params: { ...call.params, _meta: meta } }))
  await started
  sent.destroy()
  await stopped
  expect((await ask({}, at)).status).toBe(200)
})
