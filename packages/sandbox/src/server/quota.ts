import type { Timer } from './timer.ts'

/** So many requests in so much time. */
export interface Allowance {
  readonly requests: number
  readonly windowMs: number
}

/** What is left for a caller after a request. */
export interface Left {
  readonly isAllowed: boolean
  readonly remaining: number
  readonly resetsAfterMs: number
}

/** Counts a caller's request. */
export type Quota = (token: string) => Left

/** Counts requests of each token in windows, each of which opens with the first request behind the one before. */
export function quotaOf({ requests, windowMs }: Allowance, timer: Timer): Quota {
  const windows = new Map<string, { opened: number; used: number }>()
  return (token) => {
    const now = timer.now()
    const known = windows.get(token)
    const window = known && now < known.opened + windowMs ? known : { opened: now, used: 0 }
    windows.set(token, window)
    const isAllowed = window.used < requests
    if (isAllowed) window.used++
    return { isAllowed, remaining: requests - window.used, resetsAfterMs: window.opened + windowMs - now }
  }
}
