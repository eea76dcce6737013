import { InfraError, type AzureOptions, type CloudName } from '@infra-analysis/core'
import { azureCli } from './credential/azure-cli.ts'
import { reused } from './credential/reused.ts'
import type { Io } from './io.ts'
import type { CredentialName } from './options.ts'
import { invalid } from './usage.ts'

export type Credential = AzureOptions['credential']

/** Who signs in, and where. */
export interface SignIn {
  /** Azure CLI unless said otherwise; `default` where `AZURE_TOKEN_CREDENTIALS` is set. */
  readonly credential?: CredentialName | undefined
  readonly tenant?: string | undefined
  readonly cloud?: CloudName | undefined
  readonly env: Io['env']
  /** How long Azure CLI may take to answer. */
  readonly limitMs?: number
}

/**
 * The credential that is asked for, which gets one token for each audience. Throws InvalidInput for what cannot be a tenant, and
 * SignInRequired where it is plain already that there is nobody to sign in.
 */
export async function credentialFor(signIn: SignIn): Promise<Credential> {
  const { tenant, env } = signIn
  if (tenant !== undefined && !/^[\w.-]+$/.test(tenant)) {
    throw invalid(`'${tenant}' is not a tenant`, 'Give its id (a GUID) or one of its domains.')
  }
  const name = signIn.credential ?? (env['AZURE_TOKEN_CREDENTIALS'] ? 'default' : 'cli')
  return reused(name === 'cli' ? await azureCli(signIn) : await other(name, signIn))
}

const authorities: Readonly<Record<CloudName, string>> = {
  public: 'https://login.microsoftonline.com',
  usgov: 'https://login.microsoftonline.us',
  china: 'https://login.chinacloudapi.cn',
}

const mends: Readonly<Record<Exclude<CredentialName, 'cli'>, string>> = {
  env: 'Set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET or AZURE_CLIENT_CERTIFICATE_PATH.',
  workload: 'Set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_FEDERATED_TOKEN_FILE.',
  managed: 'Give this machine a managed identity; AZURE_CLIENT_ID names one that is user-assigned.',
  default: 'Sign in with az login, or give --credential to try one way only and hear what it lacks.',
}

/** A credential of the SDK, built and asked when the first token is. */
async function other(name: Exclude<CredentialName, 'cli'>, signIn: SignIn): Promise<Credential> {
  const identity = await import('@azure/identity')
  const { tenant, cloud = 'public', env } = signIn
  const options = { authorityHost: authorities[cloud], ...(tenant !== undefined && { tenantId: tenant }) }
  const build: Readonly<Record<typeof name, () => Credential>> = {
    env: () => new identity.EnvironmentCredential(options),
    workload: () => new identity.WorkloadIdentityCredential(options),
    managed: () => {
      const clientId = env['AZURE_CLIENT_ID']
      return new identity.ManagedIdentityCredential(clientId === undefined ? {} : { clientId })
    },
    default: () => new identity.DefaultAzureCredential(options),
  }
  let credential: Credential | undefined
  return {
    async getToken(scopes, asking) {
      try {
        credential ??= build[name]()
        return await credential.getToken(scopes, asking)
      } catch (error) {
        throw new InfraError('SignInRequired', `The credential '${name}' gives no access`, mends[name], error)
      }
    },
  }
}
