import { expect, test } from 'vitest'
import { settingsOf } from '../../src/settings.ts'

const storage = { AzureWebJobsStorage__blobServiceUri: 'https://account.blob.core.windows.net' }
const delegated = {
  MCP_OUTBOUND_IDENTITY: 'onBehalfOf',
  WEBSITE_AUTH_ENABLED: 'True',
  WEBSITE_AUTH_CLIENT_ID: 'app',
  OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: 'identity',
}

test('without a setting every way in but MCP is closed', () => {
  expect(settingsOf({})).toMatchObject({
    triggers: { http: false, queue: undefined, eventHub: undefined, reportSchedule: undefined },
    storage: { container: 'infra-analysis', account: undefined },
    workflowWaitSeconds: 20,
  })
})

test('reads what each way in listens to', () => {
  const settings = settingsOf({
    ...storage,
    INFRA_HTTP_TOOLS: 'true',
    INFRA_QUEUE: 'tool-calls',
    INFRA_EVENT_HUB: 'calls',
    INFRA_EVENT_HUB_CONNECTION__fullyQualifiedNamespace: 'hub.servicebus.windows.net',
    INFRA_REPORT_SCHEDULE: '0 0 6 * * 1',
    INFRA_CONTAINER: 'reports',
  })
  expect(settings).toMatchObject({
    triggers: {
      http: true,
      queue: 'tool-calls',
      eventHub: { name: 'calls', isConnected: true },
      reportSchedule: '0 0 6 * * 1',
    },
    storage: { container: 'reports', account: { uri: 'https://account.blob.core.windows.net' } },
  })
})

test.each([
  [{ ...storage, INFRA_QUEUE: 'Tool_Calls' }, /INFRA_QUEUE: expected 3 to 56 lower-case letters/],
  [{ ...storage, INFRA_REPORT_SCHEDULE: '0 6 * * 1' }, /INFRA_REPORT_SCHEDULE: expected six fields/],
  [
    { INFRA_QUEUE: 'calls', INFRA_REPORT_SCHEDULE: '0 0 6 * * 1' },
    /no storage for the results of INFRA_QUEUE, INFRA_REPORT_SCHEDULE/,
  ],
  [{ ...storage, INFRA_EVENT_HUB: 'calls' }, /INFRA_EVENT_HUB_CONNECTION__fullyQualifiedNamespace is missing/],
  [{ ...storage, INFRA_WORKFLOWS: 'fleet_revue' }, /INFRA_WORKFLOWS.0: .*"fleet_review"\|"patch_campaign_report"/],
  [
    { ...storage, INFRA_WORKFLOWS: 'fleet_review', INFRA_WORKFLOW_WAIT_SECONDS: '50' },
    /less than MCP_DEADLINE_SECONDS/,
  ],
  [
    { ...storage, ...delegated, INFRA_WORKFLOWS: 'fleet_review' },
    /nobody is signed in when these run: INFRA_WORKFLOWS/,
  ],
  [{ ...storage, ...delegated, INFRA_QUEUE: 'calls' }, /nobody is signed in when these run: INFRA_QUEUE/],
])('refuses to start with %o', (env, message) => {
  expect(() => settingsOf(env)).toThrow(message)
})

test('a connection string is not printed with the settings', () => {
  const settings = settingsOf({ AzureWebJobsStorage: 'AccountKey=c4n4ry' })
  expect(JSON.stringify(settings)).not.toContain('c4n4ry')
  const { account } = settings.storage
  expect(account && 'connection' in account && account.connection()).toBe('AccountKey=c4n4ry')
})
