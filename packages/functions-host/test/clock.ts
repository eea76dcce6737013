import type { Clock } from '@infra-analysis/core'

/** A clock that moves only when a test says so. */
export interface ManualClock extends Clock {
  advance(milliseconds: number): void
}

/** Stands at noon of 20 November 2026. */
export function manualClock(): ManualClock {
  let time = Date.parse('2026-11-20T12:00:00Z')
  const sleepers: { readonly at: number; readonly wake: () => void }[] = []
  return {
    now: () => time,
    random: () => 0.5,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        sleepers.push({ at: time + milliseconds, wake: resolve })
        signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
      }),
    advance(milliseconds) {
      time += milliseconds
      for (const { at, wake } of sleepers) if (at <= time) wake()
    },
  }
}
