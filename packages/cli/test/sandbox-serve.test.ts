import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, test, vi } from 'vitest'
import { run } from './capture.ts'
import { startCli } from './program.ts'

// Processes share the machine with others.
vi.setConfig({ testTimeout: 30_000 })

const path = '/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01'
const ask = (url: string, token: string) =>
  fetch(url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: 'resourcecontainers | count' }),
  })

test('the sample fleet is served until Ctrl-C', async () => {
  const { child, ended } = startCli('sandbox', 'serve', '--faults', '503@resource-graph', '--sandbox-machines', '20')
  const printed = text(child.stdout)
  const [line] = await once(child.stderr, 'data')
  const { url, token } = JSON.parse(String(line))
  expect((await ask(url, token)).status).toBe(503)
  expect((await ask(url, token)).status).toBe(200)
  expect((await ask(url, 'another')).status).toBe(401)
  child.kill('SIGINT')
  expect(await ended).toEqual({ status: 130, signal: null })
  expect(await printed).toMatch(new RegExp(`INFRA_ENDPOINT.*${url}.*\n.*INFRA_TOKEN.*${token}`))
})

test.each([
  ['sandbox', "Say 'infra-cli sandbox serve'."],
  ['sandbox serve twice', "'sandbox serve' takes no argument 'twice'"],
  ['sandbox serve --faults 200', "'200' is not a fault"],
  ['sandbox serve --port 99999', 'Port 99999'],
])('%s is refused', async (line, words) => {
  const { status, stdout, stderr } = await run(line)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain(words)
})
