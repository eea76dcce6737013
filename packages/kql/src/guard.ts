import { KqlError, UnsupportedKql } from './errors.ts'

/**
 * Runs what may call the official analyzer. Its own errors must not get out: uncaught, they would print a source line of 4 MB,
 * so only their first words are kept.
 */
export function guarded<Result>(act: () => Result): Result {
  try {
    return act()
  } catch (error) {
    if (error instanceof KqlError || error instanceof UnsupportedKql) throw error
    throw new KqlError(`the official analyzer gave up on this query: ${String(error).slice(0, 120)}`)
  }
}
