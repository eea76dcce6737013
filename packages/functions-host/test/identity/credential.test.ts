import { afterEach, expect, test, vi } from 'vitest'
import { managedIdentity } from '../../src/identity/credential.ts'
import { authority } from './authority.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

test('asks the identity endpoint and nothing else, once for an audience', async () => {
  vi.stubEnv('IDENTITY_ENDPOINT', 'http://identity.internal/token')
  vi.stubEnv('IDENTITY_HEADER', 'header')
  const stand = authority()
  const credential = managedIdentity('our-identity', { cloud: 'public', httpClient: stand.httpClient })
  for (let i = 0; i < 3; i++) await credential.getToken('https://management.azure.com/.default')
  expect((await credential.getToken('https://api.loganalytics.io/.default'))?.token).toBe('assertion-of-the-app')
  expect(stand.identityTokens).toEqual(['https://management.azure.com', 'https://api.loganalytics.io'])
  expect(stand.exchanges).toEqual([])
})
