import type { Credential } from '../credential.ts'

type Token = Awaited<ReturnType<Credential['getToken']>>

/** A token that ends sooner is not handed out again. */
const leastMs = 300_000

/** A credential that asks another one for each audience once, until shortly before the token ends. */
export function reused(credential: Credential): Credential {
  const tokens = new Map<string, Promise<Token>>()
  return {
    getToken(scopes, options) {
      // A challenge asks for another token than the one there is.
      if (options?.claims) return credential.getToken(scopes, options)
      const audience = [scopes].flat().join(' ')
      const before = tokens.get(audience)?.catch(() => null) ?? Promise.resolve(null)
      // Whoever asks meanwhile waits for the same answer.
      const token = before.then((known) => (isFresh(known) ? known : credential.getToken(scopes, options)))
      tokens.set(audience, token)
      return token
    },
  }
}

const isFresh = (token: Token): boolean => token !== null && token.expiresOnTimestamp - Date.now() > leastMs
