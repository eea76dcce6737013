import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { instructions } from '@infra-analysis/core'
import { expect, test } from 'vitest'
import { builtApp } from './harness/built.ts'

const read = (file: string) => JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'))

test('host.json tells agents what core tells them, and asks for the system key', async () => {
  const host = read('host.json')
  const { version } = read('package.json')
  const mcp = { ...host.extensions.mcp, serverVersion: version, instructions }
  const expected = { ...host, extensions: { ...host.extensions, mcp } }
  await expect(`${JSON.stringify(expected, null, 2)}\n`).toMatchFileSnapshot('../host.json')
  expect(mcp.system).toEqual({ webhookAuthorizationLevel: 'System' })
})

test('the built app stands alone: away from the workspace it loads with nothing beside it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'host-'))
  cpSync(dirname(await builtApp()), join(folder, 'dist'), { recursive: true })
  cpSync(new URL('../package.json', import.meta.url), join(folder, 'package.json'))
  const { main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, main)], {
    encoding: 'utf8',
    env: { INFRA_SOURCE: 'sandbox' },
  })
  rmSync(folder, { recursive: true })
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
  // outside of a worker the library registers nothing, and says so for each function
  expect(stderr.match(/register function "[\w-]+"/g)).toHaveLength(9)
})
