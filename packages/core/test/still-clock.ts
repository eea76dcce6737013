import type { Clock } from '../src/index.ts'
import { clock } from './clock.ts'

/** A clock that moves only when somebody sleeps, which takes no time. */
export function stillClock(): Clock & { readonly slept: readonly number[] } {
  let now = clock.getTime()
  const slept: number[] = []
  return {
    slept,
    now: () => now,
    async sleep(milliseconds, signal) {
      signal?.throwIfAborted()
      slept.push(milliseconds)
      now += milliseconds
    },
    random: () => 0,
  }
}
