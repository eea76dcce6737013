import type { Credential, Token } from '../credential.ts'
import { shared, type Shared } from './shared.ts'

/** A token that ends sooner is not handed out again. */
const leastMs = 300_000

/** A credential that asks another one for each audience once, until shortly before the token ends. */
export function reused(credential: Credential): Credential {
  const tokens = new Map<string, Shared<Token>>()
  return {
    async getToken(scopes, options = {}) {
      // A challenge asks for another token than the one there is.
      if (options.claims !== undefined) return credential.getToken(scopes, options)
      const audience = [scopes].flat().join(' ')
      const known = tokens.get(audience)
      if (known && !known.isOver(isOld)) return known.wait(options.abortSignal)
      const token = shared((abortSignal) => credential.getToken(scopes, { ...options, abortSignal }))
      tokens.set(audience, token)
      return token.wait(options.abortSignal)
    },
  }
}

const isOld = (token: Token): boolean => token === null || token.expiresOnTimestamp - Date.now() <= leastMs
