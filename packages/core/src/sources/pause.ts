import type { Clock } from './clock.ts'
import type { Failure } from './failure.ts'
import type { Reply } from './replies.ts'
import type { Quota } from './throttle.ts'

const mostAttempts = 6
const firstMs = 1000
const longestMs = 30_000
const shortestForQuotaMs = 500

/** How long to wait before the next attempt, in milliseconds; undefined when there is to be none. */
export function pauseBefore(
  { retry }: Failure,
  askedMs: number | undefined,
  attempts: number,
  clock: Clock,
): number | undefined {
  const backOff = Math.min(firstMs * 2 ** (attempts - 1), longestMs)
  switch (retry) {
    case 'never':
      return undefined
    case 'once':
      return attempts === 1 ? 0 : undefined
    case 'soon':
      return attempts < mostAttempts ? (askedMs ?? backOff * (0.5 + clock.random() / 2)) : undefined
    case 'quota':
      // Others share the quota: who waits a little longer does not meet them again.
      return Math.max(askedMs ?? backOff, shortestForQuotaMs) * (1 + clock.random() * 0.3)
  }
}

/** The pause that a reply asks for, in milliseconds. */
export function pauseIn({ header }: Reply, now: number): number | undefined {
  const milliseconds = header('retry-after-ms') ?? header('x-ms-retry-after-ms')
  if (milliseconds !== undefined) return known(Number(milliseconds))
  const after = header('retry-after')
  if (after !== undefined) return known(/^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - now)
  return quotaIn(header)?.resetsAfterMs
}

const known = (value: number): number | undefined => (Number.isFinite(value) ? Math.max(0, value) : undefined)

/** What a reply says about the caller's quota. */
export function quotaIn(header: Reply['header']): Quota | undefined {
  const remaining = Number(header('x-ms-user-quota-remaining') ?? NaN)
  const resets = /^(\d+):(\d\d):(\d\d(?:\.\d+)?)$/.exec(header('x-ms-user-quota-resets-after') ?? '')
  if (!resets || Number.isNaN(remaining)) return undefined
  const [hours = 0, minutes = 0, seconds = 0] = resets.slice(1).map(Number)
  return { remaining, resetsAfterMs: (hours * 3600 + minutes * 60 + seconds) * 1000 }
}
