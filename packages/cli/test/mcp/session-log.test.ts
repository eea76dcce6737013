import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSessionLog } from '../../src/mcp/session-log.ts'
import { connected } from './clients.ts'
import { folder } from './folder.ts'
import { host } from './host.ts'

const at = new Date('2026-11-20T09:00:00Z')

test('a run has a file of its own, which says of calls what came of them and nothing of what was asked', async () => {
  const dir = join(folder(), 'new')
  const log = await openSessionLog(dir, '0.0.0', at)
  const client = await connected(host({ log }), ['stdio', 'legacy'])
  await client.callTool({ name: 'get_server_metadata', arguments: { machines: ['canary-machine'] } })
  await client.callTool({ name: 'get_patching_level', arguments: { limit: 1 } })
  log.trouble(new TypeError('canary-message'))
  log.end()
  const [name = '', ...others] = readdirSync(dir)
  expect(others).toEqual([])
  expect(name).toBe(`infra-mcp-2026-11-20T09-00-00.000Z-${process.pid}.ndjson`)
  const text = readFileSync(join(dir, name), 'utf8')
  expect(text).not.toContain('canary')
  const entries = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  const common = { level: expect.any(Number), time: expect.stringMatching(/^\d{4}-.*Z$/) }
  const call = { ...common, event: 'call', rows: expect.any(Number), ms: expect.any(Number) }
  expect(entries).toEqual([
    { ...common, event: 'start', version: '0.0.0' },
    { ...call, tool: 'get_server_metadata', code: 'InvalidInput' },
    { ...call, tool: 'get_patching_level', code: 'ok' },
    { ...common, event: 'trouble', kind: 'TypeError' },
    { ...common, event: 'end' },
  ])
})

test.skipIf(process.platform === 'win32')('only its owner can read it', async () => {
  const dir = folder()
  const log = await openSessionLog(dir, '0.0.0', at)
  log.end()
  expect(readdirSync(dir).map((name) => statSync(join(dir, name)).mode & 0o777)).toEqual([0o600])
})

test('the newest twenty logs stay, and so does everything else', async () => {
  const dir = folder()
  const days = Array.from({ length: 25 }, (_, i) => `infra-mcp-2026-10-${String(i + 1).padStart(2, '0')}.ndjson`)
  for (const name of [...days, 'notes.txt']) writeFileSync(join(dir, name), '')
  const log = await openSessionLog(dir, '0.0.0', at)
  log.end()
  const left = readdirSync(dir).toSorted()
  expect(left.length).toBe(21)
  expect(left).toEqual(expect.arrayContaining([...days.slice(-19), 'notes.txt']))
})
