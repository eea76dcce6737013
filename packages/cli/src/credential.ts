import type { AzureOptions, CloudName } from '@infra-analysis/core'
import { azureCli } from './credential/azure-cli.ts'
import { fromSdk } from './credential/from-sdk.ts'
import { reused } from './credential/reused.ts'
import type { Io } from './io.ts'
import type { CredentialName } from './options.ts'
import { invalid } from './usage.ts'

export type Credential = AzureOptions['credential']
export type Token = Awaited<ReturnType<Credential['getToken']>>

/** Who signs in, and where. */
export interface SignIn {
  /** Azure CLI unless said otherwise; `default` where `AZURE_TOKEN_CREDENTIALS` names something else. */
  readonly credential?: CredentialName | undefined
  readonly tenant?: string | undefined
  readonly cloud?: CloudName | undefined
  readonly env: Io['env']
  /** How long Azure CLI may take to answer. */
  readonly limitMs?: number
}

/**
 * The credential that is asked for, which gets one token for each audience. Throws InvalidInput for what cannot be the tenant, and
 * SignInRequired where it is plain already that there is nobody to sign in.
 */
export async function credentialFor(signIn: SignIn): Promise<Credential> {
  const { tenant, env } = signIn
  if (tenant !== undefined && !/^[\w.-]+$/.test(tenant)) {
    throw invalid(`'${tenant}' is not a tenant`, 'Give its id (a GUID) or one of its domains.')
  }
  const name = signIn.credential ?? nameIn(env)
  return reused(name === 'cli' ? await azureCli(signIn) : fromSdk(name, signIn))
}

function nameIn({ AZURE_TOKEN_CREDENTIALS: chosen = '' }: Io['env']): CredentialName {
  return ['', 'azureclicredential'].includes(chosen.trim().toLowerCase()) ? 'cli' : 'default'
}
