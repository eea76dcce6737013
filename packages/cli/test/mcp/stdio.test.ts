import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { maxMessageBytes } from '../../src/mcp/limits.ts'
import { streams } from './clients.ts'
import { host, waitingTool } from './host.ts'
import { callOf, initialize, list } from './messages.ts'

const served = host()

interface Message {
  readonly id?: number
  readonly result?: {
    readonly isError?: boolean
    readonly content: readonly { readonly text: string }[]
    readonly tools?: unknown[]
  }
  readonly error?: { readonly code: number; readonly message: string }
}

/** A session of the older era in which a test writes lines and reads messages. */
async function session(on = served) {
  const { toServer, fromServer, ended } = streams(on)
  const lines = messagesOf(fromServer)
  const say = (line: unknown) => toServer.write(`${typeof line === 'string' ? line : JSON.stringify(line)}\n`)
  const next = async (): Promise<Message> => (await lines.next()).value as Message
  say(initialize)
  await next()
  say({ jsonrpc: '2.0', method: 'notifications/initialized' })
  return { toServer, say, next, ended, call: (id: number, name: string, args: unknown) => say(callOf(id, name, args)) }
}

async function* messagesOf(stream: Readable): AsyncGenerator<Message> {
  for await (const line of createInterface(stream)) yield JSON.parse(line) as Message
}

test.each<[name: string, line: unknown, refusal: Partial<Message>]>([
  ['no JSON', '{"jsonrpc":', { error: { code: -32_700, message: 'Parse error: a line is not JSON' } }],
  ['no object', '5', { error: { code: -32_600, message: 'Invalid Request: a line is no message of JSON-RPC 2.0' } }],
  ['nothing', 'null', { error: { code: -32_600, message: 'Invalid Request: a line is no message of JSON-RPC 2.0' } }],
  ['a batch', [list], { error: { code: -32_600, message: 'Invalid Request: a line is no message of JSON-RPC 2.0' } }],
  [
    'no version',
    { id: 7, method: 'tools/list' },
    { id: 7, error: { code: -32_600, message: 'Invalid Request: a line is no message of JSON-RPC 2.0' } },
  ],
  [
    'an id that is none',
    { jsonrpc: '2.0', id: {}, method: 'tools/list' },
    { error: { code: -32_600, message: 'Invalid Request: a line is no message of JSON-RPC 2.0' } },
  ],
  [
    'too much',
    { ...list, params: { x: 'x'.repeat(maxMessageBytes) } },
    { error: { code: -32_600, message: `A message has at most ${maxMessageBytes} bytes` } },
  ],
  [
    'an unknown method',
    { jsonrpc: '2.0', id: 3, method: 'tools/invent' },
    { id: 3, error: { code: -32_601, message: 'Method not found' } },
  ],
  [
    'an unknown tool',
    callOf(3, 'get_invented', {}),
    { id: 3, error: { code: -32_602, message: 'Tool get_invented not found' } },
  ],
])('%s is refused, and the next message is answered', async (_, line, refusal) => {
  const { say, next } = await session()
  say(line)
  expect(await next()).toEqual({ jsonrpc: '2.0', ...refusal })
  say(list)
  const { id, result } = await next()
  expect({ id, count: result?.tools?.length }).toEqual({ id: list.id, count: served.catalog.tools.length })
})

test.each([
  ['a list', [1]],
  ['a text', 'x'],
  ['a number', 5],
])('arguments that are %s break the protocol', async (_, args) => {
  const { call, next } = await session()
  call(1, 'get_patching_level', args)
  expect((await next()).error?.code).toBe(-32_602)
})

test('a message may come in pieces, and several at once; empty lines are nothing', async () => {
  const { toServer, next } = await session()
  const [first, second] = [1, 2].map((id) => JSON.stringify({ ...list, id }))
  toServer.write(first?.slice(0, 10))
  await setImmediate()
  toServer.write(`${first?.slice(10)}\r\n\n\n${second}\n`)
  expect([(await next()).id, (await next()).id]).toEqual([1, 2])
})

test('a client that vanishes stops its calls and ends the server', async () => {
  const { tool, started, stopped } = waitingTool()
  const { call, toServer, ended } = await session(host({ tools: [tool] }))
  call(1, tool.name, {})
  await started
  toServer.end()
  await stopped
  await expect(ended).resolves.toBeUndefined()
})
