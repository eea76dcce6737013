import type { Clock } from '@infra-analysis/core'
import type { Status } from './status.ts'

/** How long a call waits. */
export interface Patience {
  readonly clock: Clock
  readonly seconds: number
}

const pauseMs = 1000

/** The status at the end of a run, or when the time is over. Throws when the caller leaves. */
export async function waited(
  look: () => Promise<Status>,
  { clock, seconds }: Patience,
  signal?: AbortSignal,
): Promise<Status> {
  const until = clock.now() + seconds * 1000
  let status = await look()
  while (status.status === 'running' && clock.now() < until) {
    await clock.sleep(pauseMs, signal)
    status = await look()
  }
  return status
}
