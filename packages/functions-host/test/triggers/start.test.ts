import { expect, test } from 'vitest'
import { startApp, startMs } from '../harness/app.ts'
import { connected } from '../harness/client.ts'

const everything = {
  AzureWebJobsStorage: 'UseDevelopmentStorage=true',
  INFRA_HTTP_TOOLS: 'true',
  INFRA_QUEUE: 'calls',
  INFRA_EVENT_HUB: 'calls',
  INFRA_EVENT_HUB_CONNECTION__fullyQualifiedNamespace: 'hub.servicebus.windows.net',
  INFRA_REPORT_SCHEDULE: '0 0 6 * * 1',
  INFRA_WORKFLOWS: 'fleet_review,patch_campaign_report',
}

test(
  'the built app registers what the settings ask for, by the names of the settings',
  { timeout: startMs },
  async () => {
    const app = await startApp(everything)
    const client = await connected(app.mcp)
    const { tools } = await client.listTools()
    const unknown = await client.callTool({ name: 'fleet_review_result', arguments: { workflow_id: 'nonsense' } })
    await client.close()
    await app.stop()
    const triggers = app.functions.map(({ bindings, name }) => {
      const trigger = Object.values(bindings).find(({ type }) => /trigger$/i.test(type)) ?? { type: '' }
      const { direction: _, name: __, properties: ___, ...rest } = trigger as Record<string, unknown>
      return [name, rest] as const
    })
    expect(Object.fromEntries(triggers.filter(([name]) => !name.startsWith('mcp-') && name !== 'health'))).toEqual({
      'tools-http': { type: 'httpTrigger', methods: ['POST'], route: 'tools/{tool}', authLevel: 'function' },
      'tools-queue': { type: 'queueTrigger', queueName: '%INFRA_QUEUE%', connection: 'AzureWebJobsStorage' },
      'tools-poison': { type: 'queueTrigger', queueName: '%INFRA_QUEUE%-poison', connection: 'AzureWebJobsStorage' },
      'tools-event-hub': {
        type: 'eventHubTrigger',
        eventHubName: '%INFRA_EVENT_HUB%',
        connection: 'INFRA_EVENT_HUB_CONNECTION',
        cardinality: 'many',
      },
      'report-timer': { type: 'timerTrigger', schedule: '%INFRA_REPORT_SCHEDULE%' },
      'workflow-part': { type: 'activityTrigger' },
      'fleet_review-report': { type: 'activityTrigger' },
      'patch_campaign_report-report': { type: 'activityTrigger' },
      fleet_review: { type: 'orchestrationTrigger' },
      patch_campaign_report: { type: 'orchestrationTrigger' },
    })
    const ofWorkflows = tools.map(({ name }) => name).filter((name) => !name.startsWith('get_'))
    expect(ofWorkflows).toEqual([
      'run_fleet_review',
      'fleet_review_result',
      'run_patch_campaign_report',
      'patch_campaign_report_result',
    ])
    expect(unknown.structuredContent).toMatchObject({ status: 'not_found' })
    const handed = app.functions.filter(({ bindings }) =>
      Object.values(bindings).some(({ type }) => type === 'durableClient'),
    )
    expect(handed.map(({ name }) => name)).toEqual([
      ...ofWorkflows.map((name) => `mcp-${name}`),
      'tools-http',
      'tools-queue',
      'tools-event-hub',
    ])
  },
)

test('without workflows Durable Functions is not loaded', { timeout: startMs }, async () => {
  const app = await startApp()
  await app.stop()
  const names = app.functions.map(({ name }) => name)
  expect(names.filter((name) => !name.startsWith('mcp-get_'))).toEqual(['health'])
})
