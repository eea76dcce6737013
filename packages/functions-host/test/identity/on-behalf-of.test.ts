import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Caller } from '../../src/identity/caller.ts'
import { onBehalfOf } from '../../src/identity/on-behalf-of.ts'
import { type ManualClock, manualClock } from '../clock.ts'
import { fine, request, testHost, toolThat } from '../host.ts'
import { type Authority, authority } from './authority.ts'

const tenant = '99999999-9999-9999-9999-999999999999'
const scope = 'https://management.azure.com/.default'

beforeEach(() => {
  vi.stubEnv('IDENTITY_ENDPOINT', 'http://identity.internal/token')
  vi.stubEnv('IDENTITY_HEADER', 'header')
})
afterEach(() => {
  vi.unstubAllEnvs()
})

const tokenOf = (oid: string, exp = 4_102_444_800): string =>
  ['{}', JSON.stringify({ oid, exp }), ''].map((part) => Buffer.from(part).toString('base64url')).join('.')
const user = (oid: string, token = tokenOf(oid)): Caller => ({
  how: 'user',
  objectId: oid,
  tenantId: tenant,
  roles: [],
  token: () => token,
})

const exchangeWith = ({ httpClient }: Authority, clock: Pick<ManualClock, 'now'> = Date) =>
  onBehalfOf({
    cloud: 'public',
    clientId: 'our-app',
    assertionClientId: 'our-identity',
    tenants: [tenant],
    httpClient,
    clock,
  })

test('two users get two tokens, by exchange and never by passing theirs on', async () => {
  const stand = authority()
  const credentialFor = exchangeWith(stand)
  const [ann, bob] = await Promise.all(['ann', 'bob'].map((oid) => credentialFor(user(oid)).getToken(scope)))
  expect(ann?.token).toMatch(`for ${tokenOf('ann')} at ${scope}`)
  expect(bob?.token).toMatch(`for ${tokenOf('bob')} at ${scope}`)
  expect(stand.exchanges[0]).toMatchObject({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    requested_token_use: 'on_behalf_of',
    client_id: 'our-app',
    client_assertion: 'assertion-of-the-app',
    assertion: tokenOf('ann'),
  })
  expect(new Set(stand.identityTokens)).toEqual(new Set(['api://AzureADTokenExchange']))
})

test('a user’s next call needs no exchange; a new token of theirs does, and so does one that has ended', async () => {
  const stand = authority()
  const clock = manualClock()
  const credentialFor = exchangeWith(stand, clock)
  const soon = Math.floor(clock.now() / 1000) + 60
  for (const token of [tokenOf('ann', soon), tokenOf('ann', soon), tokenOf('ann')]) {
    await credentialFor(user('ann', token)).getToken(scope)
  }
  expect(stand.exchanges).toHaveLength(2)
  clock.advance(61_000)
  await credentialFor(user('ann', tokenOf('ann', soon))).getToken(scope)
  expect(stand.exchanges).toHaveLength(3)
})

test.each([
  ['AADSTS65001: consent', 'consents once: https://login.microsoftonline.com/'],
  ['AADSTS50076: MFA', 'multi-factor'],
  ['AADSTS500131: audience', 'Sign in again'],
])('when the authority says %s, the user hears what to do and nothing of what was said', async (said, hint) => {
  const refusal = { error: 'invalid_grant', error_description: `${said} c4n4ry`, suberror: 'consent_required' }
  const stand = authority([400, refusal])
  const failure = await exchangeWith(stand)(user('ann'))
    .getToken(scope)
    .then(
      () => undefined,
      (error: unknown) => error,
    )
  expect(failure).toMatchObject({ code: 'SignInRequired', hint: expect.stringContaining(hint) })
  expect(JSON.stringify([failure, (failure as Error).message])).not.toContain('c4n4ry')
  expect(stand.exchanges).toHaveLength(1)
})

test.each<[string, Caller, string]>([
  ['an application', { ...user('job'), how: 'app' }, 'AccessDenied'],
  ['a user of another tenant', { ...user('eve'), tenantId: 'other' }, 'AccessDenied'],
  ['a user without a token', { ...user('ann'), token: undefined }, 'SignInRequired'],
  ['a trigger', { how: 'trigger', roles: [] }, 'SignInRequired'],
  ['a key', { how: 'key', roles: [] }, 'SignInRequired'],
])('%s gets no credential of anybody', (_, caller, code) => {
  const stand = authority()
  expect(() => exchangeWith(stand)(caller)).toThrow(expect.objectContaining({ code }))
  expect(stand.identityTokens).toEqual([])
})

const settings = {
  INFRA_SOURCE: 'azure',
  MCP_OUTBOUND_IDENTITY: 'onBehalfOf',
  WEBSITE_AUTH_ENABLED: 'True',
  WEBSITE_AUTH_CLIENT_ID: 'our-app',
  OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: 'our-identity',
}

test('the pipeline answers a caller without a user’s token with an error and asks for no token of its own', async () => {
  const stand = authority()
  const { answer, lines } = testHost({
    env: settings,
    callables: [toolThat(async () => fine)],
    httpClient: stand.httpClient,
  })
  const app: Caller = { how: 'app', objectId: 'job', tenantId: tenant, roles: [] }
  expect((await answer(request({ caller: app }))).outcome.code).toBe('AccessDenied')
  expect((await answer(request({ caller: user('ann') }))).outcome.code).toBe('ok')
  expect(stand.identityTokens).toEqual([])
  expect(lines).toMatchObject([{ identity: 'onBehalfOf' }, { identity: 'onBehalfOf', objectId: 'ann' }])
})
