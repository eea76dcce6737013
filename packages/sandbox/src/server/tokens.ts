import { randomUUID } from 'node:crypto'

/** Who may ask. */
export interface Tokens {
  /** The token that is always good. */
  readonly issued: string
  /** The bearer token of a request's header, if it is good. */
  check(authorization: string | undefined): string | undefined
}

/** A new token; any that begins with the prefix is good as well. */
export function tokensOf(prefix?: string): Tokens {
  const issued = `sandbox-${randomUUID()}`
  return {
    issued,
    check(authorization = '') {
      const [, token] = /^Bearer (\S+)$/i.exec(authorization) ?? []
      const isGood = token === issued || (prefix !== undefined && token?.startsWith(prefix))
      return isGood ? token : undefined
    },
  }
}
