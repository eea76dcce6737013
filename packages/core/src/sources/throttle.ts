import type { Clock } from './clock.ts'

/** What a service says about the caller's quota. */
export interface Quota {
  readonly remaining: number
  readonly resetsAfterMs: number
}

/** Lets requests pass one by one: so many at a time, and no more than the service's quota allows. */
export interface Pacer {
  /** Waits for a place and for quota. Resolves with the milliseconds that quota cost; rejects when the signal is aborted. */
  enter(signal: AbortSignal): Promise<number>
  /** Gives the place back. */
  leave(): void
  /** Takes note of the quota that a request under way was told. */
  heard(quota: Quota): void
  /** Lets nobody pass for a while: the service has refused somebody. */
  hold(milliseconds: number): void
}

/** A pacer with places for `most` requests at a time. */
export function pacer(clock: Clock, most: number): Pacer {
  const waiting = new Set<() => void>()
  let busy = 0
  let notBefore = 0
  /** What is left of the quota until it resets; unknown before the service has told it. */
  let left = Infinity
  let resetsAt = Infinity
  /** The quota of a whole window, as far as it was seen. */
  let whole = 1

  const wake = () => {
    const woken = [...waiting]
    waiting.clear()
    for (const resolve of woken) resolve()
  }

  /** Milliseconds to wait for quota: none to pass now, without end while others have to come back first. */
  function untilFree(): number {
    const now = clock.now()
    if (now >= resetsAt) [left, resetsAt] = [whole, Infinity]
    if (now < notBefore) return notBefore - now
    if (busy >= most) return Infinity
    return left > 0 ? 0 : resetsAt - now
  }

  /** Until the time is over, or until somebody leaves, which may change it. */
  async function waitFor(milliseconds: number, signal: AbortSignal): Promise<void> {
    const over = new AbortController()
    const end = AbortSignal.any([signal, over.signal])
    const woken = new Promise<void>((resolve) => {
      waiting.add(resolve)
      end.addEventListener('abort', () => resolve(), { once: true })
    })
    try {
      await Promise.race(milliseconds === Infinity ? [woken] : [woken, clock.sleep(milliseconds, end)])
    } finally {
      over.abort()
    }
  }

  return {
    async enter(signal) {
      let waited = 0
      for (;;) {
        signal.throwIfAborted()
        const wait = untilFree()
        if (wait <= 0) break
        const since = clock.now()
        await waitFor(wait, signal)
        if (wait !== Infinity) waited += clock.now() - since
      }
      busy += 1
      left -= 1
      return waited
    },
    leave() {
      busy -= 1
      wake()
    },
    heard({ remaining, resetsAfterMs }) {
      // The service may or may not have counted the others that are under way: the last one to come back tells.
      left = remaining - (busy - 1)
      // Told in whole seconds: the earliest word about a window is the most exact one.
      const told = clock.now() + resetsAfterMs
      resetsAt = told - resetsAt > 1000 ? told : Math.min(told, resetsAt)
      whole = Math.max(whole, remaining + 1)
    },
    hold(milliseconds) {
      notBefore = Math.max(notBefore, clock.now() + milliseconds)
    },
  }
}
