import { InfraError } from '@infra-analysis/core'

/** Why a user's token could not be exchanged, in words of ours; what the authority said stays out, since it may quote tokens. */
export function exchangeFailure(error: unknown, consentLink: string): InfraError {
  const cause = { credential: error instanceof Error ? error.name : typeof error }
  const said = error instanceof Error ? error.message : ''
  if (said.includes('AADSTS65001')) {
    return new InfraError(
      'SignInRequired',
      'This server may not ask Azure in your name yet',
      `An administrator consents once: ${consentLink}`,
      cause,
    )
  }
  if (/AADSTS(5007[69]|50158|530\d\d)/.test(said)) {
    return new InfraError(
      'SignInRequired',
      'A policy of your organisation asks for more than this sign-in',
      'Sign in again in your MCP client, with multi-factor authentication or from a managed device.',
      cause,
    )
  }
  const [code] = /AADSTS\d+/.exec(said) ?? []
  return new InfraError(
    'SignInRequired',
    `Your sign-in could not be exchanged for one at Azure${code ? ` (${code})` : ''}`,
    'Sign in again in your MCP client; if that does not help, ask the owner of this server to look at its log.',
    cause,
  )
}
