import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { credentialFor, type SignIn } from '../src/credential.ts'
import { run } from './capture.ts'
import { startCli, startReporting } from './program.ts'

// Processes share the machine with others.
vi.setConfig({ testTimeout: 30_000 })

const scope = 'https://management.azure.com/.default'
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'infra-cli-az-'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

/** Puts an `az` on the PATH that runs this, and notes its arguments. */
function az(script: string): Pick<SignIn, 'env'> {
  const file = join(folder, 'az')
  writeFileSync(file, `#!/bin/sh\necho "$*" >> '${join(folder, 'calls')}'\n${script}\n`)
  chmodSync(file, 0o755)
  vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`)
  return { env: process.env }
}

const guid = '00000000-1111-2222-3333-444444444444'
const calls = (): readonly string[] => readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n')
const token = (name: string, lastsMs: number) =>
  `echo '${JSON.stringify({ accessToken: name, expires_on: Math.round((Date.now() + lastsMs) / 1000) })}'`

describe.skipIf(process.platform === 'win32')('Azure CLI', () => {
  test('is asked once for each audience', async () => {
    const credential = await credentialFor({ ...az(token('good', 3_600_000)), tenant: 'contoso.com' })
    const both = await Promise.all([credential.getToken(scope), credential.getToken([scope])])
    await credential.getToken('https://api.loganalytics.io/.default')
    expect(both.map((one) => one?.token)).toEqual(['good', 'good'])
    expect(calls()).toEqual([
      'account get-access-token --output json --resource https://management.azure.com --tenant contoso.com',
      'account get-access-token --output json --resource https://api.loganalytics.io --tenant contoso.com',
    ])
  })

  test('is asked again shortly before a token ends, and after a refusal', async () => {
    const credential = await credentialFor(az(token('old', 60_000)))
    await credential.getToken(scope)
    await credential.getToken(scope)
    expect(calls()).toHaveLength(2)
    az('exit 1')
    await expect(credential.getToken(scope)).rejects.toThrow('Nobody is signed in')
    az(token('new', 3_600_000))
    expect(await credential.getToken(scope)).toMatchObject({ token: 'new' })
  })

  test.each([
    ["echo 'ERROR: Please run az login to setup account.' >&2; exit 1", 'Run az login --tenant t1, then ask again.'],
    [
      "echo 'Run: az login --scope https://x/.default' >&2; exit 1",
      `Run az login --tenant t1 --scope ${scope}, then ask again.`,
    ],
    ['echo nonsense', 'Run az login --tenant t1, then ask again.'],
  ])('%s: says how to sign in', async (script, hint) => {
    const credential = await credentialFor({ ...az(script), tenant: 't1' })
    await expect(credential.getToken(scope)).rejects.toMatchObject({ code: 'SignInRequired', hint })
  })

  test('of an older version tells the end of a token in local time', async () => {
    const end = '2030-01-02 03:04:05.000000'
    const credential = await credentialFor(az(`echo '${JSON.stringify({ accessToken: 'old', expiresOn: end })}'`))
    expect(await credential.getToken(scope)).toEqual({ token: 'old', expiresOnTimestamp: new Date(end).getTime() })
  })

  test('has to sign in anew when Azure challenges its token', async () => {
    const credential = await credentialFor({ ...az(token('good', 3_600_000)), tenant: 't1' })
    await expect(credential.getToken(scope, { claims: '{"a":1}' })).rejects.toMatchObject({
      code: 'SignInRequired',
      hint: `Run az login --tenant t1 --claims-challenge eyJhIjoxfQ== --scope ${scope}.`,
    })
  })

  // Its output ends when the last process ends that could write it.
  const hangs = "trap '' TERM INT; sleep 60 & wait; sleep 60"

  test('is killed with all that it has started when nobody waits for it any more', async () => {
    const credential = await credentialFor(az(hangs))
    const stop = new AbortController()
    const asked = credential.getToken(scope, { abortSignal: stop.signal })
    setTimeout(() => stop.abort(), 200)
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' })
  })

  test('does not keep Ctrl-C waiting', async () => {
    az(`echo > '${join(folder, 'asked')}'; ${hangs}`)
    const { child, ended } = startCli('overview', '--subscription', guid)
    await vi.waitUntil(() => existsSync(join(folder, 'asked')), { timeout: 20_000 })
    child.kill('SIGINT')
    const [printed, errors] = await Promise.all([text(child.stdout), text(child.stderr)])
    expect({ ...(await ended), printed, errors }).toEqual({ status: 130, signal: null, printed: '', errors: '' })
  })

  test('is given up when it hangs', async () => {
    const credential = await credentialFor({ ...az(hangs), limitMs: 400 })
    await expect(credential.getToken(scope)).rejects.toMatchObject({
      code: 'SignInRequired',
      message: 'Azure CLI did not answer within 0.4 seconds',
    })
  })

  test('that refuses fails a command in two lines', async () => {
    const { env } = az('exit 1')
    const { status, stdout, stderr } = await run(`server-metadata --subscription ${guid}`, { env })
    expect({ status, stdout, stderr }).toEqual({
      status: 3,
      stdout: '',
      stderr: 'Error: Nobody is signed in with Azure CLI\nRun az login, then ask again.\n',
    })
  })
})

test('without Azure CLI a command fails in two lines before it loads what would sign in', async () => {
  vi.stubEnv('PATH', folder)
  const { child, ended } = startReporting('server-metadata', '--subscription', guid)
  const said = await text(child.stderr)
  expect(await ended).toMatchObject({ status: 3 })
  const lines = said.split('\n').filter((line) => !/^(file|node|data):/.test(line))
  expect(lines).toEqual([
    'Error: Azure CLI (az) is not on the PATH',
    'Install it and run az login, or choose another --credential.',
    '',
  ])
  expect(said).not.toContain('@azure/')
})

test.each([
  ['env', /AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET/],
  ['workload', /AZURE_FEDERATED_TOKEN_FILE/],
] as const)('--credential %s says what it lacks', async (credential, hint) => {
  const asked = await credentialFor({ credential, env: {} })
  await expect(asked.getToken(scope)).rejects.toMatchObject({
    code: 'SignInRequired',
    hint: expect.stringMatching(hint),
  })
})

test('AZURE_TOKEN_CREDENTIALS chooses where no --credential is given', async () => {
  vi.stubEnv('AZURE_TOKEN_CREDENTIALS', 'EnvironmentCredential')
  const asked = await credentialFor({ env: process.env })
  await expect(asked.getToken(scope)).rejects.toThrow("The credential 'default' gives no access")
})

test('what cannot be a tenant is refused', async () => {
  await expect(credentialFor({ tenant: 'a b', env: {} })).rejects.toMatchObject({ code: 'InvalidInput' })
})
