import type { TokenCredential } from '@azure/core-auth'
import { azure, type Clock, type Place, type Source } from '@infra-analysis/core'
import { allowing } from './identity/allow-list.ts'
import type { Caller } from './identity/caller.ts'
import { managedIdentity, type SignIn } from './identity/credential.ts'
import { onBehalfOf } from './identity/on-behalf-of.ts'
import { type Breakers, breaking } from './limits/breaking.ts'
import type { Settings } from './settings.ts'

/** Where a caller's questions are asked, and with whose rights. Throws InfraError for a caller without any. */
export type PlaceFor = (caller: Caller) => Promise<Place>

/** What the way to a source needs besides the settings. */
export interface Reach {
  readonly breakers: Breakers
  readonly clock: Clock
  readonly httpClient?: SignIn['httpClient']
  /** Takes the place of the source that the settings name. */
  readonly source?: Source | undefined
}

/** The place of each caller: the sample fleet, or Azure within the allow-lists and behind the breakers. */
export function placesOf(settings: Settings, reach: Reach): PlaceFor {
  const { breakers, source: given } = reach
  const sourceFor = given ? () => given : openerOf(settings, reach)
  return async (caller) => {
    const source = await sourceFor(caller)
    return { source: allowing(breaking(source, breakers), settings.allowed), scope: settings.allowed }
  }
}

function openerOf(settings: Settings, { clock, httpClient }: Reach): (caller: Caller) => Source | Promise<Source> {
  if (settings.source === 'sandbox') {
    let sample: Promise<Source> | undefined
    return () => (sample ??= import('@infra-analysis/sandbox').then(({ sandbox }) => sandbox()))
  }
  const { cloud } = settings
  const credentialFor = credentialsOf(settings, { cloud, httpClient }, clock)
  const sources = new WeakMap<TokenCredential, Source>()
  return (caller) => {
    const credential = credentialFor(caller)
    const source = sources.get(credential) ?? azure({ credential, cloud, clock, httpClient })
    sources.set(credential, source)
    return source
  }
}

/** The one way to Azure that the settings name: nothing falls back to the other. */
function credentialsOf(settings: Settings, signIn: SignIn, clock: Clock): (caller: Caller) => TokenCredential {
  const { authentication, identityClientId, outbound } = settings
  if (outbound === 'managedIdentity') {
    const credential = managedIdentity(identityClientId, signIn)
    return () => credential
  }
  const { assertionClientId = '', clientId = '', tenants } = authentication
  return onBehalfOf({ ...signIn, assertionClientId, clientId, tenants, clock })
}
