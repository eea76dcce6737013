import { expect, test } from 'vitest'
import { startApp } from './harness/app.ts'

test.each([
  [{ INFRA_SOURCE: 'azure', MCP_OUTBOUND_IDENTITY: 'onBehalfOf' }, 'turn on App Service authentication'],
  [{ INFRA_SOURCE: 'elsewhere' }, 'INFRA_SOURCE: Invalid option: expected one of "azure"|"sandbox"'],
  [{ WEBSITE_AUTH_ENABLED: 'True', MCP_ROLE_TOOLS: '{"Reader":["get_nonsense"]}' }, 'do not exist: get_nonsense'],
])('with %o the app does not start and says why', async (settings, reason) => {
  await expect(startApp(settings)).rejects.toThrow(reason)
})

test('registers the same functions each time, tools with whole schemas, and health', async () => {
  const [first, second] = await Promise.all([startApp(), startApp()])
  await Promise.all([first.stop(), second.stop()])
  expect(first.functions).toEqual(second.functions)
  const names = first.functions.map(({ name }) => name)
  expect(names).toContain('health')
  expect(names.filter((name) => name.startsWith('mcp-'))).toHaveLength(8)
  for (const name of names) expect(name).toMatch(/^[A-Za-z][\w-]{0,127}$/)
})

test('health names the state and no secret, and needs no key', async () => {
  const app = await startApp({ HARNESS_KEY: 'k', MCP_ALLOWED_SUBSCRIPTIONS: '11111111-1111-1111-1111-111111111111' })
  const response = await fetch(`${app.origin}/api/health`)
  const body = await response.json()
  await app.stop()
  expect(response.status).toBe(200)
  expect(body).toEqual({
    status: 'ok',
    source: 'sandbox',
    outboundIdentity: 'managedIdentity',
    signIn: false,
    tools: 8,
    services: { 'resource-graph': 'closed', 'log-analytics': 'closed' },
  })
})
