import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { start, startCli, type Running } from '../program.ts'
import { folder } from './folder.ts'
import { callOf, initialize, list } from './messages.ts'
import { filesIn } from './printed-config.ts'

const call = callOf(2, 'get_patching_level', { limit: 1 })

const say = ({ child }: Running, ...messages: readonly unknown[]) =>
  child.stdin.write(messages.map((one) => `${JSON.stringify(one)}\n`).join(''))

const clean = { status: 0, signal: null }

/** Whatever is written to stdout has a dependency chatter, too. */
const chatter = `
  const write = process.stdout.write
  process.stdout.write = function (...args) {
    process.stdout.write = write
    console.log('stray')
    console.info('stray')
    return write.apply(this, args)
  }`

test('over stdio, stdout has messages and nothing else, and the end of stdin is the end', async () => {
  const bin = fileURLToPath(new URL('../../src/bin.ts', import.meta.url))
  const running = start('--import', `data:text/javascript,${encodeURIComponent(chatter)}`, bin, 'mcp', '--sandbox')
  const errors = text(running.child.stderr)
  const lines = createInterface(running.child.stdout)[Symbol.asyncIterator]()
  const next = async () => JSON.parse((await lines.next()).value as string) as { id?: number; error?: { code: number } }
  running.child.stdin.write('nonsense\n')
  say(running, initialize, list, call)
  const heard = [await next(), await next(), await next(), await next()]
  expect(heard.map(({ id }) => id)).toEqual([undefined, 0, 1, 2])
  expect(heard[0]?.error?.code).toBe(-32_700)
  running.child.stdin.end()
  expect((await lines.next()).done).toBe(true)
  expect(await running.ended).toEqual(clean)
  expect(await errors).toBe('stray\nstray\n')
})

test.each([
  ['SIGTERM', clean],
  ['SIGINT', { status: 130, signal: null }],
] as const)('over stdio, %s is the end, although the client is still there', async (signal, end) => {
  const running = startCli('mcp', '--sandbox')
  say(running, initialize)
  await once(running.child.stdout, 'data')
  running.child.kill(signal)
  expect(await running.ended).toEqual(end)
})

test('where nobody can sign in, the server starts, and a call says what to do', async () => {
  const logs = folder()
  const scope = ['--subscription', '00000000-0000-0000-0000-000000000001', '--credential', 'env']
  const running = startCli('mcp', ...scope, '--log-dir', logs)
  const lines = createInterface(running.child.stdout)[Symbol.asyncIterator]()
  say(running, initialize, call)
  await lines.next()
  const { result } = JSON.parse((await lines.next()).value as string) as {
    result: { isError: boolean; content: unknown }
  }
  expect(result.isError).toBe(true)
  expect(JSON.stringify(result.content)).toContain('AZURE_TENANT_ID')
  running.child.stdin.end()
  expect(await running.ended).toEqual(clean)
  const entries = readdirSync(logs).flatMap((name) => readFileSync(join(logs, name), 'utf8').trimEnd().split('\n'))
  expect(entries.map((entry) => (JSON.parse(entry) as { code?: string }).code)).toEqual([
    undefined,
    'SignInRequired',
    undefined,
  ])
})

/** The one line on stderr that says where it listens. */
async function listening({ child }: Running): Promise<{ url: string; token?: string }> {
  const [line] = await once(child.stderr, 'data')
  return JSON.parse(String(line)) as { url: string; token?: string }
}

test('over HTTP, the address is said on stderr, and on stdout what clients are configured with', async () => {
  const running = startCli('mcp', '--http', '--sandbox', '--print-config')
  const printed = text(running.child.stdout)
  const { url, token } = await listening(running)
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/mcp$/)
  const client = new Client({ name: 'test', version: '0' }, { versionNegotiation: { mode: 'auto' } })
  const headers = { Authorization: `Bearer ${token}` }
  await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } }))
  expect((await client.listTools()).tools.length).toBeGreaterThan(0)
  await client.close()
  running.child.kill('SIGTERM')
  expect(await running.ended).toEqual(clean)
  const entry = { type: 'http', url, headers }
  expect(filesIn(await printed)).toEqual([
    { servers: { infraSandbox: entry } },
    { mcpServers: { infraSandbox: { ...entry, tools: ['*'] } } },
  ])
})

test.skipIf(process.platform === 'win32')(
  'a socket is its owner’s alone, needs no token, and is gone in the end',
  async () => {
    const socketPath = join(folder(), 'server.sock')
    const running = startCli('mcp', '--http', '--sandbox', '--socket', socketPath)
    expect(await listening(running)).toEqual({ url: `unix://${socketPath}#/mcp` })
    expect(statSync(socketPath).mode & 0o777).toBe(0o600)
    const headers = {
      accept: 'application/json, text/event-stream',
      'content-type': 'application/json',
      host: 'localhost',
    }
    const sent = request({ socketPath, path: '/mcp', method: 'POST', headers })
    sent.end(JSON.stringify(list))
    const [response] = await once(sent, 'response')
    expect(await text(response)).toContain('get_patching_level')

    const second = startCli('mcp', '--http', '--sandbox', '--socket', socketPath)
    const refusal = text(second.child.stderr)
    expect(await second.ended).toEqual({ status: 2, signal: null })
    expect(await refusal).toContain('is in use')

    running.child.kill('SIGTERM')
    expect(await running.ended).toEqual(clean)
    expect(existsSync(socketPath)).toBe(false)
  },
)
