import { expect, test } from 'vitest'
import { settingsOf } from '../src/settings.ts'

const subscription = '11111111-1111-1111-1111-111111111111'
const signedIn = { WEBSITE_AUTH_ENABLED: 'True', WEBSITE_AUTH_CLIENT_ID: 'app' }
const anonymous = { AzureFunctionsJobHost__extensions__mcp__system__webhookAuthorizationLevel: 'Anonymous' }

test('without any setting it reads Azure with its own identity and lets keys in', () => {
  expect(settingsOf({})).toMatchObject({
    source: 'azure',
    cloud: 'public',
    outbound: 'managedIdentity',
    allowed: { subscriptions: [], workspaces: [] },
    roleTools: undefined,
    httpTransport: false,
    workflows: [],
    limits: { callsPerMinute: 60, callsAtATime: 8, deadlineSeconds: 50 },
    authentication: { enabled: false, keyLevel: 'System' },
  })
})

test('a setting that is empty is not set', () => {
  expect(settingsOf({ INFRA_SOURCE: '', MCP_ROLE_TOOLS: '', MCP_HTTP_TRANSPORT: '' })).toEqual(settingsOf({}))
})

test('reads lists, switches and roles', () => {
  const settings = settingsOf({
    ...signedIn,
    INFRA_SOURCE: 'sandbox',
    MCP_ALLOWED_SUBSCRIPTIONS: ` ${subscription.toUpperCase()} ,${subscription}`,
    AzureWebJobsStorage: 'UseDevelopmentStorage=true',
    INFRA_WORKFLOWS: 'fleet_review, patch_campaign_report',
    MCP_HTTP_TRANSPORT: 'True',
    MCP_ROLE_TOOLS: '{"Patcher":["get_patching_level"]}',
  })
  expect(settings).toMatchObject({
    source: 'sandbox',
    allowed: { subscriptions: [subscription] },
    workflows: ['fleet_review', 'patch_campaign_report'],
    httpTransport: true,
    roleTools: { Patcher: ['get_patching_level'] },
  })
})

test('all wrong settings are named at once', () => {
  const start = () => settingsOf({ INFRA_SOURCE: 'aws', MCP_HTTP_TRANSPORT: 'perhaps', MCP_ROLE_TOOLS: '{' })
  expect(start).toThrow(/INFRA_SOURCE: .*"azure"\|"sandbox"/)
  expect(start).toThrow(/MCP_HTTP_TRANSPORT: .*"true"\|"false"/)
  expect(start).toThrow(/MCP_ROLE_TOOLS: not JSON/)
})

test.each([
  [{ MCP_OUTBOUND_IDENTITY: 'onBehalfOf' }, /nobody signs in: turn on App Service authentication/],
  [{ ...signedIn, MCP_OUTBOUND_IDENTITY: 'onBehalfOf' }, /OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID is missing/],
  [{ MCP_ROLE_TOOLS: '{}' }, /MCP_ROLE_TOOLS is set, but nobody signs in/],
  [anonymous, /asks for no key and nobody signs in/],
  [{ MCP_ALLOWED_SUBSCRIPTIONS: 'production' }, /'production' is not a subscription id/],
])('refuses to start with %o', (env, message) => {
  expect(() => settingsOf(env)).toThrow(message)
})

test('an open webhook is fine behind sign-in, and over the sample fleet', () => {
  expect(settingsOf({ ...anonymous, ...signedIn }).authentication.keyLevel).toBe('Anonymous')
  expect(settingsOf({ ...anonymous, INFRA_SOURCE: 'sandbox' }).source).toBe('sandbox')
})
