import { createHash } from 'node:crypto'
import type { TokenCredential } from '@azure/core-auth'
import { type Clock, InfraError } from '@infra-analysis/core'
import type { Caller } from './caller.ts'
import { endOf } from './claims.ts'
import { authorities, managedIdentity, type SignIn } from './credential.ts'
import { exchangeFailure } from './exchange-failure.ts'

/** What our application exchanges the tokens of its users with. */
export interface Exchange extends SignIn {
  /** Our application. */
  readonly clientId: string
  /** The identity whose token proves that it is our application. */
  readonly assertionClientId: string
  /** Tenants whose users may come; empty for all that the platform lets in. */
  readonly tenants: readonly string[]
  readonly clock: Pick<Clock, 'now'>
}

interface Kept {
  readonly credential: TokenCredential
  /** Milliseconds since 1970: when the user's token ends. */
  readonly until: number
}

const mostKept = 500
const assertionScope = 'api://AzureADTokenExchange/.default'

/**
 * The credential of the user who calls: one for each token of theirs, found by its hash. Throws SignInRequired or AccessDenied for a caller
 * who is no user; nobody else's credential takes its place.
 */
export function onBehalfOf(exchange: Exchange): (caller: Caller) => TokenCredential {
  const identity = managedIdentity(exchange.assertionClientId, exchange)
  const kept = new Map<string, Kept>()
  return (caller) => {
    const { tenantId, token } = userOf(caller, exchange.tenants)
    const hash = createHash('sha256').update(token).digest('hex')
    const now = exchange.clock.now()
    const known = kept.get(hash)
    if (known && known.until > now) return known.credential
    for (const [key, { until }] of kept) if (until <= now || kept.size >= mostKept) kept.delete(key)
    const credential = exchanging(token, tenantId, exchange, identity)
    kept.set(hash, { credential, until: endOf(token) ?? now })
    return credential
  }
}

function userOf(caller: Caller, tenants: readonly string[]): { readonly tenantId: string; readonly token: string } {
  const { how, tenantId } = caller
  if (how === 'app') {
    throw new InfraError(
      'AccessDenied',
      'This server reads Azure with the rights of its users, and an application is none',
      'Sign in as a user.',
    )
  }
  const token = caller.token?.()
  if (how !== 'user' || tenantId === undefined || token === undefined) {
    throw new InfraError(
      'SignInRequired',
      'This server reads Azure with the rights of its users, and nobody is signed in',
      'Sign in to this server in your MCP client.',
    )
  }
  if (tenants.length > 0 && !tenants.includes(tenantId)) {
    throw new InfraError(
      'AccessDenied',
      'Your tenant is not among those of this server',
      'Sign in with another account.',
    )
  }
  return { tenantId, token }
}

function exchanging(
  userAssertionToken: string,
  tenantId: string,
  { clientId, cloud, httpClient }: Exchange,
  identity: TokenCredential,
): TokenCredential {
  let credential: Promise<TokenCredential> | undefined
  const getAssertion = async () => (await identity.getToken(assertionScope))?.token ?? ''
  const load = async () => {
    const { OnBehalfOfCredential } = await import('@azure/identity')
    const authorityHost = authorities[cloud]
    const options = {
      tenantId,
      clientId,
      userAssertionToken,
      getAssertion,
      authorityHost,
      disableInstanceDiscovery: true,
    }
    return new OnBehalfOfCredential({ ...options, ...(httpClient && { httpClient }) })
  }
  return {
    async getToken(scopes, asking) {
      try {
        credential ??= load()
        return await (await credential).getToken(scopes, asking)
      } catch (error) {
        throw exchangeFailure(error, `${authorities[cloud]}/${tenantId}/adminconsent?client_id=${clientId}`)
      }
    },
  }
}
