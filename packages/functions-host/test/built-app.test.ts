import type { Client } from '@modelcontextprotocol/client'
import { tools } from '@infra-analysis/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningApp, startApp, startMs } from './harness/app.ts'
import { audited } from './harness/audited.ts'
import { connected } from './harness/client.ts'

let app: RunningApp
let client: Client

beforeAll(async () => {
  app = await startApp()
  client = await connected(app.mcp)
}, startMs)
afterAll(async () => {
  await client.close()
  await app.stop()
})

const shown = ({ name, description, inputSchema, outputSchema }: object & Record<string, unknown>) => ({
  name,
  description,
  inputSchema,
  outputSchema,
})

test('lists every tool with both schemas, and nothing else', async () => {
  const listed = (await client.listTools()).tools
  expect(listed.map(shown)).toEqual(tools().map((tool) => shown({ ...tool })))
})

test.each(tools().map(({ name }) => name))('%s answers over the sample fleet', async (name) => {
  const { content, isError, structuredContent, _meta } = await client.callTool({ name, arguments: { limit: 2 } })
  expect(isError).toBeUndefined()
  expect(structuredContent).toMatchObject({ summary: expect.stringMatching(/\S/), rows: expect.any(Array) })
  expect(content).toContainEqual({ type: 'text', text: expect.stringContaining('Coverage:') })
  expect(_meta).toEqual({ 'infra/code': 'ok', 'infra/invocationId': expect.stringMatching(/^[\da-f-]{36}$/) })
})

test.each([
  [{ limt: 5 }, /limt.*limit/],
  [{ limit: 1000 }, /limit.*200/],
  [{ osTypes: ['Solaris'] }, /Solaris.*Windows/],
  [{ machines: { all: true } }, /machines/],
  [{ cursor: 'nonsense' }, /without cursor/],
])('bad input %o teaches', async (args, lesson) => {
  const { content, isError, structuredContent, _meta } = await client.callTool({
    name: 'get_server_metadata',
    arguments: args,
  })
  const [said, id] = content as { text: string }[]
  expect(isError).toBe(true)
  expect(structuredContent).toBeUndefined()
  expect(said?.text).toMatch(lesson)
  expect(id?.text).toMatch(/^Invocation id: [\da-f-]{36}$/)
  expect(_meta).toMatchObject({ 'infra/code': 'InvalidInput' })
})

test('pages follow each other by cursor to the end, every row once', async () => {
  const rows: unknown[] = []
  let cursor: string | undefined
  do {
    const args = { limit: 20, columns: ['machineId'], ...(cursor && { cursor }) }
    const { structuredContent } = await client.callTool({ name: 'get_server_metadata', arguments: args })
    const page = structuredContent as { rows: unknown[]; nextCursor?: string; evidence: { rows: string } }
    rows.push(...page.rows)
    cursor = page.nextCursor
  } while (cursor)
  expect(rows.length).toBeGreaterThan(40)
  expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(rows.length)
})

test('an unknown tool is an error of the protocol', async () => {
  await expect(client.callTool({ name: 'get_nonsense', arguments: {} })).rejects.toThrow('Unknown tool')
})

test('each call is written down under its invocation', async () => {
  const { _meta } = await client.callTool({ name: 'get_patching_level', arguments: { limit: 3 } })
  const id = (_meta as Record<string, string>)['infra/invocationId']
  await expect
    .poll(() => audited(app).at(-1))
    .toMatchObject({
      tool: 'get_patching_level',
      invocationId: id,
      traceparent: expect.stringMatching(/^00-0af7651916cd43dd8448eb211c80319c/),
      arguments: { limit: 3 },
      identity: 'sandbox',
      outcome: 'ok',
    })
  expect(app.logs.find(({ message }) => message.includes(`${id}`))?.invocationId).toBe(id)
})

test('the app prints nothing', () => {
  expect(app.printed()).toBe('')
})
