/** What a token or the platform says about a caller: values by claim type. */
export type Claims = ReadonlyMap<string, readonly string[]>

const identity = 'http://schemas.microsoft.com/identity/claims'
const soap = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims'

/** The long forms of the claims that are read here. */
const shortForms = new Map([
  [`${identity}/objectidentifier`, 'oid'],
  [`${identity}/tenantid`, 'tid'],
  [`${identity}/scope`, 'scp'],
  [`${soap}/upn`, 'upn'],
  [`${soap}/emailaddress`, 'email'],
  [`${soap}/name`, 'name'],
  ['http://schemas.microsoft.com/ws/2008/06/identity/claims/role', 'roles'],
])

interface Principal {
  readonly role_typ?: unknown
  readonly claims?: unknown
}

/** The claims of `X-MS-CLIENT-PRINCIPAL`; undefined for what is none. */
export function principalClaims(header: string): Claims | undefined {
  const principal: Principal | undefined = decoded(header)
  if (!Array.isArray(principal?.claims)) return undefined
  const claims = new Map<string, string[]>()
  for (const claim of principal.claims as readonly unknown[]) {
    const { typ, val } = (claim ?? {}) as { typ?: unknown; val?: unknown }
    if (typeof typ !== 'string' || typeof val !== 'string') continue
    const type = typ === principal.role_typ ? 'roles' : (shortForms.get(typ) ?? typ)
    claims.set(type, [...(claims.get(type) ?? []), val])
  }
  return claims
}

/** The claims in a token that the platform has validated: nothing is checked here. */
export function tokenClaims(token: string): Claims | undefined {
  const payload = payloadOf(token)
  if (payload === undefined) return undefined
  return new Map(
    Object.entries(payload).map(([type, value]) => [
      type,
      [value].flat().filter((one): one is string => typeof one === 'string'),
    ]),
  )
}

/** When a token ends, in milliseconds since 1970; undefined when it does not say. */
export function endOf(token: string): number | undefined {
  const { exp } = (payloadOf(token) ?? {}) as { exp?: unknown }
  return typeof exp === 'number' ? exp * 1000 : undefined
}

const payloadOf = (token: string): object | undefined => decoded(token.split('.')[1] ?? '')

function decoded(base64: string): object | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(base64, 'base64').toString('utf8'))
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
