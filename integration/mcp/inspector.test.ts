import { expect, test } from 'vitest'
import { inspect } from './inspector.ts'

const server = 'infraSandbox'

test.for(['legacy', 'modern'])('the list of tools is portable, %s', async (era) => {
  const printed = await inspect(server, '--protocol-era', era, '--method', 'tools/list', '--strict')
  const { tools } = JSON.parse(printed).result
  expect(tools.length).toBeGreaterThan(7)
})

test('a tool answers', async () => {
  const call = ['--method', 'tools/call', '--tool-name', 'get_patching_level', '--tool-args-json', '{"limit":2}']
  const { structuredContent } = JSON.parse(await inspect(server, ...call)).result
  expect(structuredContent.rows).toHaveLength(2)
  expect(structuredContent.nextCursor).toMatch(/^[\w-]+$/)
})
