import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'

// Processes share the machine with others.
vi.setConfig({ testTimeout: 30_000 })

const bin = fileURLToPath(new URL('../src/bin.ts', import.meta.url))
const cli = (...argv: readonly string[]) =>
  spawnSync(process.execPath, [bin, ...argv], { encoding: 'utf8', env: { PATH: process.env['PATH'] } })

test('the program prints data on stdout, everything else on stderr, and exits with its status', () => {
  const { stdout, stderr, status } = cli('patching-level', '--sandbox', '--format', 'json')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(JSON.parse(stdout).analysis).toBe('patching-level')
  expect(cli('nonsense').status).toBe(2)
})

test('a closed pipe ends it quietly', async () => {
  const argv = ['patching-level', '--sandbox', '--view', 'patches', '--sandbox-machines', '300', '--format', 'ndjson']
  const child = spawn(process.execPath, [bin, ...argv])
  let stderr = ''
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()))
  child.stdout.once('data', () => child.stdout.destroy())
  const [status] = await once(child, 'close')
  expect(status).toBe(0)
  expect(stderr).not.toMatch(/EPIPE|Error|\n {4}at /)
})
