import { setTimeout as pause } from 'node:timers/promises'

/** Time as the Azure sources live it. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number
  /** Waits; rejects at once when the signal is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
  /** From 0 to 1, for jitter. */
  random(): number
}

/** The clock on the wall. */
export const wallClock: Clock = {
  now: Date.now,
  sleep: async (milliseconds, signal) => {
    await pause(milliseconds, undefined, signal && { signal })
  },
  random: Math.random,
}
