import { InfraError } from '@infra-analysis/core'
import type { Credential, SignIn, Token } from '../credential.ts'
import { executable } from './executable.ts'
import { said, type Said } from './said.ts'

/** Longer than Azure CLI takes to start on a slow machine. */
export const patienceMs = 20_000

/**
 * Whoever is signed in with Azure CLI, which is killed when the asking signal aborts. Throws SignInRequired: at once where there is no
 * Azure CLI, else when a token is asked for.
 */
export async function azureCli({ env, tenant, limitMs = patienceMs }: SignIn): Promise<Credential> {
  const login = ['az login', ...(tenant === undefined ? [] : [`--tenant ${tenant}`])].join(' ')
  const az = await executable('az', env)
  if (az === undefined) {
    throw signInRequired(
      'Azure CLI (az) is not on the PATH',
      `Install it and run ${login}, or choose another --credential.`,
    )
  }
  return {
    async getToken(scopes, { abortSignal, claims } = {}) {
      const scope = [scopes].flat().join(' ')
      if (claims !== undefined) {
        const challenge = `--claims-challenge ${Buffer.from(claims).toString('base64')} --scope ${scope}`
        throw signInRequired('The sign-in of Azure CLI is not enough any more', `Run ${login} ${challenge}.`)
      }
      const limit = AbortSignal.timeout(limitMs)
      const end = abortSignal ? AbortSignal.any([limit, abortSignal as AbortSignal]) : limit
      const answer = await said(az, argumentsFor(scope, tenant), env, end).catch((error: unknown) => {
        throw limit.aborted ? overdue(limitMs) : error
      })
      const token = tokenIn(answer)
      if (token) return token
      const again = asksForScope(answer) ? `${login} --scope ${scope}` : login
      throw signInRequired('Nobody is signed in with Azure CLI', `Run ${again}, then ask again.`)
    },
  }
}

function argumentsFor(scope: string, tenant: string | undefined): readonly string[] {
  const resource = scope.replace(/\/\.default$/, '')
  const argv = ['account', 'get-access-token', '--output', 'json', '--resource', resource]
  return tenant === undefined ? argv : [...argv, '--tenant', tenant]
}

/** The token in an answer; older versions of Azure CLI tell its end in local time only. */
function tokenIn({ stdout }: Said): Token | undefined {
  try {
    const { accessToken: token, expires_on: seconds, expiresOn: local } = JSON.parse(stdout)
    const expiresOnTimestamp = seconds === undefined ? Date.parse(local) : Number(seconds) * 1000
    return typeof token === 'string' && expiresOnTimestamp > 0 ? { token, expiresOnTimestamp } : undefined
  } catch {
    return undefined
  }
}

/** Whether a sign-in has to be for these very scopes, as some tenants want it. */
const asksForScope = ({ stderr }: Said): boolean => stderr.includes('az login --scope')

const signInRequired = (message: string, hint: string): InfraError => new InfraError('SignInRequired', message, hint)

const overdue = (limitMs: number): InfraError =>
  signInRequired(
    `Azure CLI did not answer within ${limitMs / 1000} seconds`,
    'Run az account get-access-token to see what it waits for.',
  )
