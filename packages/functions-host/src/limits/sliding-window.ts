import { type Clock, InfraError } from '@infra-analysis/core'

/** Counts a call of somebody, or throws Throttled that says when to come back. */
export type Count = (key: string) => void

const windowMs = 60_000

/** So many calls a minute for each caller, in whatever minute one looks at. Each instance counts for itself. */
export function slidingWindow(calls: number, clock: Pick<Clock, 'now'>): Count {
  const times = new Map<string, number[]>()
  return (key) => {
    const now = clock.now()
    forgetIdle(times, now)
    const recent = times.get(key)?.filter((time) => time > now - windowMs) ?? []
    const [first] = recent
    if (recent.length >= calls && first !== undefined) {
      const seconds = Math.ceil((first + windowMs - now) / 1000)
      throw new InfraError('Throttled', `More than ${calls} calls in a minute`, `Call again in ${seconds} s.`)
    }
    times.delete(key)
    times.set(key, [...recent, now])
  }
}

/** The map is in the order of the last call, so that those who stay away are found at its start. */
function forgetIdle(times: Map<string, number[]>, now: number): void {
  for (const [key, recent] of times) {
    if ((recent.at(-1) ?? 0) > now - windowMs) return
    times.delete(key)
  }
}
