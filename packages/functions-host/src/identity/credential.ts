import type { TokenCredential } from '@azure/core-auth'
import type { AzureOptions, CloudName } from '@infra-analysis/core'

/** How to reach those who give out tokens. */
export interface SignIn {
  readonly cloud: CloudName
  /** Takes the place of the HTTPS client of the SDK. */
  readonly httpClient?: AzureOptions['httpClient']
}

/** Who gives out tokens, in each cloud. */
export const authorities: Readonly<Record<CloudName, string>> = {
  public: 'https://login.microsoftonline.com',
  usgov: 'https://login.microsoftonline.us',
  china: 'https://login.chinacloudapi.cn',
}

/** The app's own identity and no other, whatever else the machine could offer. The SDK is loaded with the first token. */
export function managedIdentity(clientId: string | undefined, { cloud, httpClient }: SignIn): TokenCredential {
  const options = { authorityHost: authorities[cloud], ...(httpClient && { httpClient }) }
  let credential: Promise<TokenCredential> | undefined
  const load = async () => {
    const { ManagedIdentityCredential } = await import('@azure/identity')
    return new ManagedIdentityCredential(clientId === undefined ? options : { clientId, ...options })
  }
  return {
    async getToken(scopes, asking) {
      credential ??= load()
      return (await credential).getToken(scopes, asking)
    },
  }
}
