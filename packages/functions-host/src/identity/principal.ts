import type { Authentication } from './authentication.ts'
import type { Caller } from './caller.ts'
import { type Claims, principalClaims, tokenClaims } from './claims.ts'

/** HTTP headers in whatever case the client wrote them. */
export type Headers = Readonly<Record<string, string | undefined>>

/** Who calls. Without platform authentication headers prove nothing: anybody can write them. */
export function callerOf(headers: Headers, authentication: Authentication): Caller {
  const header = lowerCased(headers)
  if (!authentication.enabled) {
    const withKey = authentication.keyLevel === 'System' && header('x-functions-key') !== undefined
    return { how: withKey ? 'key' : 'none', roles: [] }
  }
  const token = bearer(header('authorization')) ?? header('x-ms-token-aad-access-token')
  const principal = header('x-ms-client-principal')
  const fromToken = token === undefined ? undefined : tokenClaims(token)
  const claims = principal === undefined ? fromToken : principalClaims(principal)
  if (!claims) return { how: 'none', roles: [] }
  const caller = described(claims)
  // a token of somebody else is no proof for this caller
  const isOwn = token !== undefined && fromToken?.get('oid')?.[0] === caller.objectId
  return isOwn ? { ...caller, token: () => token } : caller
}

function described(claims: Claims): Caller {
  const first = (...types: readonly string[]) => types.flatMap((type) => claims.get(type)?.[0] ?? [])[0]
  const [objectId, tenantId] = [first('oid'), first('tid')]
  if (objectId === undefined || tenantId === undefined) return { how: 'none', roles: [] }
  const person = first('preferred_username', 'upn', 'email')
  const isPerson = first('idtyp') !== 'app' && (first('scp') !== undefined || person !== undefined)
  return {
    how: isPerson ? 'user' : 'app',
    objectId,
    tenantId,
    name: person,
    appId: first('azp', 'appid'),
    roles: claims.get('roles') ?? [],
  }
}

const bearer = (value: string | undefined): string | undefined => value && /^bearer +(\S+)$/i.exec(value)?.[1]

function lowerCased(headers: Headers): (name: string) => string | undefined {
  const values = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  return (name) => values.get(name)
}
