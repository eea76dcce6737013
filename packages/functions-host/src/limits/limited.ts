import type { Clock } from '@infra-analysis/core'
import { keyOf } from '../identity/caller.ts'
import type { CallRequest } from '../pipeline.ts'
import type { Limits } from '../settings.ts'
import { turns } from './concurrency.ts'
import { withDeadline } from './deadline.ts'
import { slidingWindow } from './sliding-window.ts'

/** Does the work of a call within the limits. Throws Throttled, ServiceUnavailable or Cancelled. */
export type Limited = <Result>(request: CallRequest, work: (signal: AbortSignal) => Promise<Result>) => Promise<Result>

/** Nobody waits before a screen for what comes by queue, timer or workflow, and the host paces it. */
const patientSeconds = 240

/** The limits of this instance; other instances count for themselves. */
export function limitsOf({ callsPerMinute, callsAtATime, deadlineSeconds }: Limits, clock: Clock): Limited {
  const count = slidingWindow(callsPerMinute, clock)
  const inTurn = turns(callsAtATime)
  return async ({ caller, signal, via }, work) => {
    const isAwaited = via === 'mcp' || via === 'http'
    if (isAwaited) count(keyOf(caller))
    const seconds = isAwaited ? deadlineSeconds : patientSeconds
    return withDeadline(seconds, clock, signal, (stop) => inTurn(() => work(stop), stop))
  }
}
