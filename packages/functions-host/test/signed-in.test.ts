import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningApp, startApp, startMs } from './harness/app.ts'
import { audited } from './harness/audited.ts'
import { connected } from './harness/client.ts'
import { tokenOf } from './token.ts'

const forged = Buffer.from(
  JSON.stringify({
    auth_typ: 'aad',
    role_typ: 'roles',
    claims: Object.entries({ oid: 'mallory', tid: 'tenant', scp: 'x', roles: 'Reader' }).map(([typ, val]) => ({
      typ,
      val,
    })),
  }),
).toString('base64')
const call = { name: 'get_server_metadata', arguments: { limit: 1 } }

/** Calls the app once with these headers: the result, and what was written down about it. */
async function calledWith(app: RunningApp, headers: Record<string, string>) {
  const client = await connected(app.mcp, { headers })
  const before = audited(app).length
  const { content, isError, _meta } = await client.callTool(call)
  await client.close()
  await expect.poll(() => audited(app).length).toBe(before + 1)
  return { text: JSON.stringify(content), isError, _meta, record: audited(app).at(-1) }
}

test('with platform authentication off, forged principals are nobody', async () => {
  const app = await startApp()
  const headers = {
    'X-MS-CLIENT-PRINCIPAL': forged,
    'X-MS-CLIENT-PRINCIPAL-ID': 'mallory',
    Authorization: `Bearer ${tokenOf({ oid: 'mallory', tid: 't', scp: 'x' })}`,
  }
  const { isError, record } = await calledWith(app, headers)
  await app.stop()
  expect(isError).toBeUndefined()
  expect(record).toMatchObject({ auth: 'none' })
  expect(JSON.stringify(record)).not.toContain('mallory')
})

let app: RunningApp
beforeAll(async () => {
  app = await startApp({ WEBSITE_AUTH_ENABLED: 'True', MCP_ROLE_TOOLS: '{"Reader":["get_server_metadata"]}' })
}, startMs)
afterAll(() => app.stop())

const ann = { oid: 'ann', tid: 'tenant', scp: 'user_impersonation', preferred_username: 'ann@example.com' }

test('a user with the role is answered and written down', async () => {
  const token = tokenOf({ ...ann, roles: ['Reader'] })
  const { isError, record } = await calledWith(app, {
    Authorization: `Bearer ${token}`,
    'X-MS-CLIENT-PRINCIPAL': forged,
  })
  expect(isError).toBeUndefined()
  expect(record).toMatchObject({
    auth: 'user',
    objectId: 'ann',
    tenantId: 'tenant',
    user: 'ann@example.com',
    outcome: 'ok',
  })
})

test('a user without it hears which role is missing; a forged principal gives none', async () => {
  const headers = { Authorization: `Bearer ${tokenOf(ann)}`, 'X-MS-CLIENT-PRINCIPAL': forged }
  const { isError, record, text, _meta } = await calledWith(app, headers)
  expect(isError).toBe(true)
  expect(text).toContain('application role Reader')
  expect(text).toContain(`Invocation id: ${(_meta as Record<string, string>)['infra/invocationId']}`)
  expect(_meta).toMatchObject({ 'infra/code': 'AccessDenied' })
  expect(record).toMatchObject({ objectId: 'ann', outcome: 'AccessDenied' })
})
