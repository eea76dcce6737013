import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { catalog } from '@infra-analysis/core'
import { expect, test, vi } from 'vitest'

// The first start after a change of the sources bundles them.
vi.setConfig({ testTimeout: 60_000 })

const script = fileURLToPath(new URL('../../../scripts/infra-cli.mjs', import.meta.url))
const cli = (...argv: readonly string[]) =>
  spawnSync(process.execPath, [script, ...argv], { encoding: 'utf8', env: { PATH: process.env['PATH'] } })

test('the command of a clone runs the CLI as its sources are, and ends with its status', () => {
  const { stdout, stderr, status } = cli('list', '--format', 'json')
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  expect(JSON.parse(stdout).map(({ id }: { id: string }) => id)).toEqual(catalog.map(({ id }) => id))
  expect(cli('nonsense').status).toBe(2)
})
