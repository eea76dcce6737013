import { expect, test } from 'vitest'
import { keyOf } from '../../src/identity/caller.ts'
import { authenticationOf } from '../../src/identity/authentication.ts'
import { callerOf } from '../../src/identity/principal.ts'

const on = authenticationOf({ WEBSITE_AUTH_ENABLED: 'True' })
const off = authenticationOf({})
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const tokenOf = (claims: object) => `${base64({ alg: 'none' })}.${base64(claims)}.signature`
const principal = (claims: Readonly<Record<string, string | readonly string[]>>, roleType = 'roles') => {
  const list = Object.entries(claims).flatMap(([typ, values]) => [values].flat().map((val) => ({ typ, val })))
  return base64({ auth_typ: 'aad', name_typ: 'name', role_typ: roleType, claims: list })
}
const ann = {
  oid: 'Ann',
  tid: 'Tenant',
  scp: 'user_impersonation',
  preferred_username: 'ann@example.com',
  azp: 'vscode',
}

test.each([
  ['short', principal({ ...ann, roles: ['Reader', 'Patcher'] })],
  [
    'long',
    principal(
      {
        'http://schemas.microsoft.com/identity/claims/objectidentifier': 'Ann',
        'http://schemas.microsoft.com/identity/claims/tenantid': 'Tenant',
        'http://schemas.microsoft.com/identity/claims/scope': 'user_impersonation',
        'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn': 'ann@example.com',
        appid: 'vscode',
        'http://example.com/role': ['Reader', 'Patcher'],
      },
      'http://example.com/role',
    ),
  ],
])('reads the principal with %s claim types', (_, header) => {
  expect(callerOf({ 'X-MS-CLIENT-PRINCIPAL': header }, on)).toEqual({
    how: 'user',
    objectId: 'Ann',
    tenantId: 'Tenant',
    name: 'ann@example.com',
    appId: 'vscode',
    roles: ['Reader', 'Patcher'],
  })
})

test('without the principal the token that the platform let pass says who calls', () => {
  const token = tokenOf({ ...ann, roles: ['Reader'] })
  const caller = callerOf({ Authorization: `Bearer ${token}` }, on)
  expect(caller).toMatchObject({ how: 'user', objectId: 'Ann', roles: ['Reader'] })
  expect(caller.token?.()).toBe(token)
})

test('an application is told from a user', () => {
  expect(
    callerOf({ authorization: `Bearer ${tokenOf({ oid: 'Job', tid: 'Tenant', azp: 'job', roles: ['Reader'] })}` }, on),
  ).toMatchObject({
    how: 'app',
    roles: ['Reader'],
  })
})

test('a token of somebody else is not taken for the caller’s', () => {
  const headers = {
    'x-ms-client-principal': principal(ann),
    authorization: `Bearer ${tokenOf({ ...ann, oid: 'Bob' })}`,
  }
  expect(callerOf(headers, on)).not.toHaveProperty('token')
})

test('with platform authentication off headers prove nothing', () => {
  const forged = {
    'x-ms-client-principal': principal({ ...ann, roles: 'Admin' }),
    authorization: `Bearer ${tokenOf(ann)}`,
  }
  expect(callerOf(forged, off)).toEqual({ how: 'none', roles: [] })
  expect(callerOf({ ...forged, 'X-Functions-Key': 'k' }, off)).toEqual({ how: 'key', roles: [] })
})

test.each(['', 'null', '[]', '{"claims":3}', '{"claims":[null,{"typ":1}]}', '{'])(
  'a principal of %j is nobody',
  (text) => {
    const header = Buffer.from(text).toString('base64')
    expect(callerOf({ 'x-ms-client-principal': header }, on)).toMatchObject({ how: 'none', roles: [] })
  },
)

test('printing a caller prints no token', () => {
  const token = tokenOf(ann)
  const caller = callerOf({ authorization: `Bearer ${token}` }, on)
  expect(JSON.stringify(caller)).not.toContain(token)
})

test('callers own things by tenant and object, whatever the case; those with a key share one name', () => {
  expect(keyOf(callerOf({ 'x-ms-client-principal': principal(ann) }, on))).toBe('tenant/ann')
  expect(keyOf({ how: 'key', roles: [] })).toBe('key')
})
