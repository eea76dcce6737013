import { InfraError } from '@infra-analysis/core'
import type { Credential, SignIn } from '../credential.ts'
import { isOnPath } from './executable.ts'

/** Longer than Azure CLI takes to start on a slow machine. */
const patienceMs = 20_000

/** Whoever is signed in with Azure CLI. Throws SignInRequired: at once where there is no Azure CLI, else when a token is asked for. */
export async function azureCli({ env, tenant, limitMs = patienceMs }: SignIn): Promise<Credential> {
  const login = ['az login', ...(tenant === undefined ? [] : [`--tenant ${tenant}`])].join(' ')
  if (!(await isOnPath('az', env))) {
    throw signInRequired(
      'Azure CLI (az) is not on the PATH',
      `Install it and run ${login}, or choose another --credential.`,
    )
  }
  const { AzureCliCredential } = await import('@azure/identity')
  const credential = new AzureCliCredential({
    processTimeoutInMs: limitMs,
    ...(tenant !== undefined && { tenantId: tenant }),
  })
  return {
    async getToken(scopes, options) {
      const started = performance.now()
      try {
        return await credential.getToken(scopes, options)
      } catch (error) {
        if (Math.ceil(performance.now() - started) >= limitMs) {
          const message = `Azure CLI did not answer within ${limitMs / 1000} seconds`
          throw signInRequired(message, 'Run az account get-access-token to see what it waits for.', error)
        }
        const again = asksForScope(error) ? `${login} --scope ${[scopes].flat().join(' ')}` : login
        throw signInRequired('Nobody is signed in with Azure CLI', `Run ${again}, then ask again.`, error)
      }
    },
  }
}

/** Whether a sign-in has to be for these very scopes, as some tenants want it. */
const asksForScope = (error: unknown): boolean => error instanceof Error && error.message.includes('az login --scope')

const signInRequired = (message: string, hint: string, cause?: unknown): InfraError =>
  new InfraError('SignInRequired', message, hint, cause)
