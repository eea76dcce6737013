import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '@infra-analysis/core'

/** The clock on the wall. */
export const wallClock: Clock = {
  now: Date.now,
  sleep: (milliseconds, signal) => pause(milliseconds, undefined, signal && { signal }),
  random: Math.random,
}
