import { scope } from '@infra-analysis/sandbox'
import { parseFaults, serve, type ServeOptions } from '@infra-analysis/sandbox/server'
import { afterEach, expect, test, vi } from 'vitest'
import { run } from './capture.ts'

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  vi.useRealTimers()
  for (const end of ends.splice(0)) await end()
})

async function endpoint(options: ServeOptions = {}) {
  const { url, token, close } = await serve({ machines: 20, delayMs: 0, ...options })
  ends.push(close)
  return { env: { INFRA_ENDPOINT: url, INFRA_TOKEN: token } }
}

const analyses = [
  'server-metadata',
  'patching-level --view patches',
  `software-inventory --workspace ${scope.workspace}`,
]

test.each(analyses)('%s: over the wire the answer is that of the sandbox', async (line) => {
  const wired = JSON.parse((await run(`${line} --format json`, await endpoint())).stdout)
  const local = JSON.parse((await run(`${line} --sandbox --sandbox-machines 20 --format json`)).stdout)
  expect(wired.rows.length).toBeGreaterThan(0)
  expect(wired.rows).toEqual(local.rows)
  expect(wired).toMatchObject({ asOf: local.asOf, summary: local.summary, complete: true })
})

test('a query is asked over the wire', async () => {
  const { stdout } = await run('query --format csv resources|count', await endpoint())
  expect(stdout).toMatch(/^Count\r\n\d+\r\n$/)
})

test('logs are asked at the time of the stand-in, whatever the time is here', async () => {
  const io = await endpoint()
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2020-01-01') })
  vi.resetModules()
  const { run: runThen } = await import('./capture.ts')
  const { stdout } = await runThen(`query --workspace ${scope.workspace} --format csv Heartbeat|count`, io)
  expect(Number(stdout.split('\r\n')[1])).toBeGreaterThan(0)
})

test('a bad day is survived, a token that is not good is not', async () => {
  const { env } = await endpoint({ faults: parseFaults('503=1ms:2') })
  expect((await run('server-metadata --format csv', { env })).status).toBe(0)
  const { status, stderr } = await run('server-metadata', { env: { ...env, INFRA_TOKEN: 'another' } })
  expect({ status, lines: stderr.trimEnd().split('\n').length }).toEqual({ status: 3, lines: 2 })
})

const token = { INFRA_TOKEN: 'a' }
test.each([
  [{ INFRA_ENDPOINT: 'https://management.azure.com', ...token }, 2, /is not on this machine/],
  [{ INFRA_ENDPOINT: 'http://127.0.0.1.example.com', ...token }, 2, /is not on this machine/],
  [{ INFRA_ENDPOINT: 'nowhere', ...token }, 2, /which is no address/],
  [{ INFRA_ENDPOINT: 'http://127.0.0.1:9' }, 2, /without INFRA_TOKEN/],
  [{ INFRA_ENDPOINT: 'http://127.0.0.1:1', ...token }, 5, /Nothing tells the time/],
])('%o is refused', async (env, status, message) => {
  const told = await run('server-metadata', { env })
  expect(told.status).toBe(status)
  expect(told.stderr).toMatch(message)
  expect(told.stderr.trimEnd().split('\n')).toHaveLength(2)
})
