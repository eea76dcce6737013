import { type Clock, InfraError } from '@infra-analysis/core'

/**
 * What the work gives within its time. Whoever calls off, and the deadline, abort the signal that the work gets; throws Cancelled and
 * ServiceUnavailable at once, whether or not the work heeds it.
 */
export async function withDeadline<Result>(
  seconds: number,
  clock: Clock,
  calledOff: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const over = new AbortController()
  const signal = calledOff ? AbortSignal.any([calledOff, over.signal]) : over.signal
  const stopped = aborted(signal)
  const done = new AbortController()
  clock.sleep(seconds * 1000, done.signal).then(
    () => over.abort(tooLong(seconds)),
    () => undefined,
  )
  try {
    return await Promise.race([work(signal), stopped])
  } catch (error) {
    // that it was stopped says less than why
    throw over.signal.aborted ? over.signal.reason : error
  } finally {
    done.abort()
  }
}

const tooLong = (seconds: number): InfraError =>
  new InfraError(
    'ServiceUnavailable',
    `No answer within ${seconds} s`,
    'Ask for less: fewer machines, a shorter time span or one subscription.',
  )

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(cancelled(signal))
    else signal.addEventListener('abort', () => reject(cancelled(signal)), { once: true })
  })
}

const cancelled = ({ reason }: AbortSignal): InfraError =>
  new InfraError('Cancelled', 'The call was cancelled', 'Call again.', reason)
