import { type Clock, InfraError } from '@infra-analysis/core'

/** How a question to a service ended; undefined when nobody knows, since it was called off. */
type Ended = (failed: boolean | undefined) => void

/** Whether a service is let be. */
export interface Breaker {
  /** Lets a question through, or throws ServiceUnavailable while the service is let be. */
  enter(): Ended
  readonly state: 'closed' | 'open' | 'half-open'
}

const mostFailures = 5
const restMs = 30_000

/** After five failures in a row a service rests for half a minute; then one question finds out how it is, and the others go on waiting. */
export function breaker(service: string, clock: Pick<Clock, 'now'>): Breaker {
  let failures = 0
  let restsUntil = 0
  let isProbing = false
  const isOpen = () => failures >= mostFailures
  const state = () => {
    if (!isOpen()) return 'closed'
    return clock.now() < restsUntil ? 'open' : 'half-open'
  }
  return {
    get state() {
      return state()
    },
    enter() {
      const before = state()
      if (before === 'open' || (before === 'half-open' && isProbing)) throw resting(service, restsUntil - clock.now())
      const isProbe = before === 'half-open'
      isProbing ||= isProbe
      return (failed) => {
        if (isProbe) isProbing = false
        // a question from before the rest says nothing about the service now
        if (failed === undefined || (isOpen() && !isProbe)) return
        failures = failed ? failures + 1 : 0
        if (isOpen()) restsUntil = clock.now() + restMs
      }
    },
  }
}

const resting = (service: string, leftMs: number): InfraError =>
  new InfraError(
    'ServiceUnavailable',
    `${service} fails at the moment and is not asked`,
    `Call again in ${Math.max(1, Math.ceil(leftMs / 1000))} s.`,
  )
