import type { Client, Tool } from '@modelcontextprotocol/client'
import { toNodeHandler, type FetchLikeMcpHandler } from '@modelcontextprotocol/node'
import { createMcpHandler, legacyStatelessFallback } from '@modelcontextprotocol/server'
import { expect, onTestFinished, test, vi } from 'vitest'
import { called } from '../../src/mcp/check/call.ts'
import { checksOf } from '../../src/mcp/check/checks.ts'
import { protection } from '../../src/mcp/check/protection.ts'
import { judged } from '../../src/mcp/check/tools.ts'
import { buildServer } from '../../src/mcp/server.ts'
import { foreign } from './foreign.ts'
import { host } from './host.ts'

const patience = { timeout: 30_000 }
const build = () => buildServer(host())

/** A server without any guard, until the test ends. */
function open(handler: FetchLikeMcpHandler): Promise<URL> {
  const handle = toNodeHandler(handler)
  return foreign((request, response) => void handle(request as Parameters<typeof handle>[0], response))
}

test.each([
  ['newer', createMcpHandler(build, { legacy: 'reject' }), ['ok', 'warning']],
  ['older', { fetch: legacyStatelessFallback(build) }, ['warning', 'ok']],
])('a server of the %s era alone is of use, but not to all', async (_, handler, eras) => {
  const checks = await checksOf({ target: { url: await open(handler), headers: {} }, patience }, undefined)
  expect(checks.map(({ state }) => state).slice(0, 2)).toEqual(eras)
  expect(checks.filter(({ state }) => state === 'failed')).toEqual([])
})

test('a server that answers strangers is a warning on this machine, and a failure elsewhere', async () => {
  const url = await open({ fetch: legacyStatelessFallback(build) })
  expect(await protection({ target: { url, headers: {} }, patience })).toMatchObject({ state: 'warning' })
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{}')))
  onTestFinished(() => void vi.unstubAllGlobals())
  const elsewhere = { url: new URL('https://fleet.example/mcp'), headers: {} }
  expect(await protection({ target: elsewhere, patience })).toMatchObject({ state: 'failed' })
})

const tool = (name: string, more: Partial<Tool> = {}): Tool => ({
  name,
  description: 'Lists something.',
  inputSchema: { type: 'object' },
  ...more,
})

test.each<[name: string, lists: Tool[][], state: string, words: string]>([
  ['no tools', [[], []], 'failed', 'None'],
  ['usable tools', [[tool('get_a')], [tool('get_a')]], 'ok', '1, about'],
  ['a name that clients refuse', [[tool('get a')]], 'warning', 'unusable: get a'],
  ['a tool without description', [[tool('get_a', { description: '' })]], 'warning', 'unusable: get_a'],
  ['eras that differ', [[tool('get_a')], [tool('get_b')]], 'warning', 'others in the other era'],
])('%s', (_, lists, state, words) => {
  expect(judged(lists)).toMatchObject({ state, detail: expect.stringContaining(words) })
})

test('a result that clients cut is a warning', async () => {
  const text = 'x'.repeat(9000)
  const client = { callTool: () => Promise.resolve({ content: [{ type: 'text', text }] }) } as unknown as Client
  const finding = await called({ client, tools: [tool('get_a')], wanted: undefined, patience })
  expect(finding).toMatchObject({ state: 'warning', detail: expect.stringContaining('9000 bytes') })
})
