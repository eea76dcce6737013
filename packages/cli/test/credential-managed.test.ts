import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { credentialFor } from '../src/credential.ts'

afterEach(() => vi.unstubAllEnvs())

/** Stands in for the identity endpoint of a machine, and tells what it was asked. */
async function identityEndpoint(body: object) {
  const asked: (readonly [
    resource: string | null,
    client: string | null,
    secret: IncomingMessage['headers'][string],
  ])[] = []
  const server = createServer(({ url = '', headers }, response) => {
    const { searchParams } = new URL(url, 'http://127.0.0.1')
    asked.push([searchParams.get('resource'), searchParams.get('client_id'), headers['x-identity-header']])
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  vi.stubEnv('IDENTITY_ENDPOINT', `http://127.0.0.1:${(server.address() as AddressInfo).port}/msi/token`)
  vi.stubEnv('IDENTITY_HEADER', 'header')
  return asked
}

const expiresOn = Math.round(Date.now() / 1000) + 3600

test('a managed identity is asked at its endpoint, once for each audience', async () => {
  const asked = await identityEndpoint({ access_token: 'good', expires_on: expiresOn, token_type: 'Bearer' })
  const credential = await credentialFor({ credential: 'managed', env: { AZURE_CLIENT_ID: 'c1' } })
  for (const scope of ['https://management.azure.com/.default', 'https://api.loganalytics.io/.default']) {
    const tokens = await Promise.all([credential.getToken(scope), credential.getToken(scope)])
    expect(tokens).toMatchObject([{ token: 'good', expiresOnTimestamp: expiresOn * 1000 }, { token: 'good' }])
  }
  expect(asked).toEqual([
    ['https://management.azure.com', 'c1', 'header'],
    ['https://api.loganalytics.io', 'c1', 'header'],
  ])
})
