import { expect, test } from 'vitest'
import { startApp } from './harness/app.ts'
import { connected } from './harness/client.ts'
import { tokenOf } from './token.ts'

const canary = (place: string) => `c4n4ry${place}${'x'.repeat(20)}`
const places = ['Key', 'Token', 'Cookie', 'Header', 'Argument', 'Storage', 'Insights', 'Identity', 'Query', 'Session']

test('no secret that the app is told appears in an answer, in the log or in what it prints', async () => {
  const app = await startApp({
    WEBSITE_AUTH_ENABLED: 'True',
    MCP_HTTP_TRANSPORT: 'true',
    AzureWebJobsStorage: `DefaultEndpointsProtocol=https;AccountName=a;AccountKey=${canary('Storage')}`,
    APPLICATIONINSIGHTS_CONNECTION_STRING: `InstrumentationKey=${canary('Insights')}`,
    IDENTITY_HEADER: canary('Identity'),
  })
  const token = tokenOf({ oid: 'ann', tid: 'tenant', scp: 'x' }, canary('Token'))
  const headers = {
    Authorization: `Bearer ${token}`,
    Cookie: `AppServiceAuthSession=${canary('Cookie')}`,
    'x-functions-key': canary('Key'),
    'x-forwarded-client-cert': canary('Header'),
    'Mcp-Session-Id': canary('Session'),
  }
  const answers: unknown[] = []
  for (const path of ['/runtime/webhooks/mcp', `/api/mcp`]) {
    const client = await connected(new URL(`${path}?code=${canary('Query')}`, app.origin), { headers })
    for (const args of [
      { limit: 1 },
      { limit: 'all' },
      { machines: [canary('Argument')] },
      { cursor: canary('Argument') },
    ]) {
      const answer = await client.callTool({ name: 'get_server_metadata', arguments: args })
      // what a caller asks for may come back to that caller, and to nobody else
      answers.push(
        JSON.parse(
          JSON.stringify(answer).replaceAll(canary('Argument').toLowerCase(), '').replaceAll(canary('Argument'), ''),
        ),
      )
    }
    await client.close()
  }
  const unknown = await fetch(`${app.origin}/api/nothing?code=${canary('Query')}`, { headers })
  answers.push(await unknown.text(), await (await fetch(`${app.origin}/api/health`, { headers })).text())
  await app.stop()
  const seen = JSON.stringify([answers, app.logs, app.printed()]).toLowerCase()
  expect(app.logs.length).toBeGreaterThan(7)
  expect(places.filter((place) => seen.includes(canary(place).toLowerCase()))).toEqual([])
  expect(seen).not.toContain(token.toLowerCase())
})
