import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { credentialFor, type SignIn } from '../src/credential.ts'

afterEach(() => vi.unstubAllEnvs())

/** A proxy that lets nobody through, and tells where they wanted to go. */
async function barredProxy(): Promise<readonly string[]> {
  const wanted: string[] = []
  const server = createServer()
  server.on('connect', ({ url = '' }, socket) => {
    wanted.push(url)
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  vi.stubEnv('HTTPS_PROXY', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  for (const name of ['NO_PROXY', 'no_proxy']) vi.stubEnv(name, '')
  return wanted
}

function servicePrincipal(): void {
  const folder = mkdtempSync(join(tmpdir(), 'infra-cli-identity-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'assertion')
  writeFileSync(file, 'assertion')
  vi.stubEnv('AZURE_TENANT_ID', '00000000-1111-2222-3333-444444444444')
  vi.stubEnv('AZURE_CLIENT_ID', '00000000-1111-2222-3333-555555555555')
  vi.stubEnv('AZURE_CLIENT_SECRET', 'secret')
  vi.stubEnv('AZURE_FEDERATED_TOKEN_FILE', file)
}

const cases: readonly (readonly [Pick<SignIn, 'credential' | 'cloud'>, host: string])[] = [
  [{ credential: 'env' }, 'login.microsoftonline.com'],
  [{ credential: 'env', cloud: 'usgov' }, 'login.microsoftonline.us'],
  [{ credential: 'workload', cloud: 'usgov' }, 'login.microsoftonline.us'],
  [{ credential: 'workload', cloud: 'china' }, 'login.partner.microsoftonline.cn'],
  [{ credential: 'default', cloud: 'china' }, 'login.partner.microsoftonline.cn'],
]

test.each(cases)('%o signs in at %s', async (signIn, host) => {
  const wanted = await barredProxy()
  servicePrincipal()
  vi.stubEnv('AZURE_TOKEN_CREDENTIALS', 'EnvironmentCredential')
  const credential = await credentialFor({ ...signIn, env: process.env })
  await expect(credential.getToken('https://management.azure.com/.default')).rejects.toMatchObject({
    code: 'SignInRequired',
    message: `The credential '${signIn.credential}' gives no access`,
  })
  expect(new Set(wanted)).toEqual(new Set([`${host}:443`]))
})
