import { setTimeout } from 'node:timers/promises'

/** Measures and spends time; a test brings its own. */
export interface Timer {
  /** Milliseconds since some moment. */
  now(): number
  /** Resolves after so many milliseconds; rejects when the signal aborts. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>
}

/** Real time. */
export const timer: Timer = {
  now: () => performance.now(),
  sleep: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }),
}
