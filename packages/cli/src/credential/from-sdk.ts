import { InfraError, type CloudName } from '@infra-analysis/core'
import type { Credential, SignIn } from '../credential.ts'
import type { CredentialName } from '../options.ts'
import { invalid } from '../usage.ts'
import { patienceMs } from './azure-cli.ts'

type SdkName = Exclude<CredentialName, 'cli'>

const authorities: Readonly<Record<CloudName, string>> = {
  public: 'https://login.microsoftonline.com',
  usgov: 'https://login.microsoftonline.us',
  china: 'https://login.chinacloudapi.cn',
}

const mends: Readonly<Record<SdkName, string>> = {
  env: 'Set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET or AZURE_CLIENT_CERTIFICATE_PATH.',
  workload: 'Set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_FEDERATED_TOKEN_FILE.',
  managed: 'Give this machine a managed identity; AZURE_CLIENT_ID names one that is user-assigned.',
  default: 'Sign in with az login, or give --credential to try one way only and hear what it lacks.',
}

/**
 * A credential of the SDK, which is loaded when the first token is asked for. Throws InvalidInput for a tenant that it would not heed;
 * its tokens throw SignInRequired.
 */
export function fromSdk(name: SdkName, signIn: SignIn): Credential {
  refuseUnheeded(name, signIn)
  let credential: Promise<Credential> | undefined
  return {
    async getToken(scopes, options) {
      try {
        credential ??= build(name, signIn)
        return await (await credential).getToken(scopes, options)
      } catch (error) {
        throw new InfraError('SignInRequired', `The credential '${name}' gives no access`, mends[name], error)
      }
    },
  }
}

function refuseUnheeded(name: SdkName, { tenant, env }: SignIn): void {
  if (tenant === undefined) return
  if (name === 'managed') throw invalid('A managed identity has one tenant, its own', 'Leave --tenant out.')
  if (name === 'env' && tenant !== env['AZURE_TENANT_ID']) {
    throw invalid('--tenant is not the tenant in AZURE_TENANT_ID', 'Set AZURE_TENANT_ID, and leave --tenant out.')
  }
}

async function build(
  name: SdkName,
  { tenant, cloud = 'public', env, limitMs = patienceMs }: SignIn,
): Promise<Credential> {
  const identity = await import('@azure/identity')
  const clientId = env['AZURE_CLIENT_ID'] || undefined
  const authority = { authorityHost: authorities[cloud] }
  const there = { ...authority, ...(tenant !== undefined && { tenantId: tenant }) }
  switch (name) {
    case 'env':
      return new identity.EnvironmentCredential(authority)
    case 'workload':
      return new identity.WorkloadIdentityCredential(there)
    case 'managed':
      return new identity.ManagedIdentityCredential(clientId === undefined ? {} : { clientId })
    case 'default':
      return new identity.DefaultAzureCredential({ ...there, processTimeoutInMs: limitMs })
  }
}
