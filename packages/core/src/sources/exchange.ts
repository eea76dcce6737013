import { cancelled, InfraError } from '../errors.ts'
import { type Asked, failureOf, overdue, unreachable, unreadable } from './azure-errors.ts'
import type { Clock } from './clock.ts'
import { parseExact } from './exact-json.ts'
import type { Failure } from './failure.ts'
import { pauseBefore, pauseIn, quotaIn } from './pause.ts'
import type { Replies, Reply } from './replies.ts'
import type { Pacer } from './throttle.ts'

/** The line to a service: at what pace, with how much patience. */
export interface Line {
  readonly clock: Clock
  readonly pacer: Pacer
  readonly replies: Replies
  /** The time that one request may take, with all its attempts and the waits between them. */
  readonly patienceMs: number
}

/** A request that can be sent again. */
export interface Request<Body> extends Asked {
  /** Sends it, telling the service for how many milliseconds more it will be listened to. */
  send(signal: AbortSignal, leftMs: number): Promise<unknown>
  /** The answer, or undefined for one that does not have the service's shape; null is an empty body. */
  read(body: unknown): Body | undefined
  readonly signal: AbortSignal
}

/** What a request took. */
export interface Effort {
  readonly requests: number
  readonly waitedMs: number
}

/** How a request ended. */
export type Ending<Body> = Effort & (Answer<Body> | { readonly failure: Failure })

interface Answer<Body> {
  readonly body: Body
  readonly header: Reply['header']
}

/**
 * Sends a request until it is answered: paced, and again when the service is throttling, in trouble or out of reach, as long as patience
 * lasts. Rejects with InfraError when the caller aborts or cannot sign in.
 */
export async function exchange<Body>(request: Request<Body>, line: Line): Promise<Ending<Body>> {
  const { clock, pacer, patienceMs } = line
  let requests = 0
  let waitedMs = await pacer.enter(request.signal).catch((error: unknown) => refuse(error, request.signal))
  const started = clock.now()
  const leftMs = () => started + patienceMs - clock.now()
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), patienceMs)
  const signal = AbortSignal.any([request.signal, patience.signal])
  try {
    for (;;) {
      requests += 1
      const outcome = await attempt(request, line, leftMs(), signal).finally(() => pacer.leave())
      if ('body' in outcome) return { ...outcome, requests, waitedMs }
      const { failure, askedMs } = outcome
      const pause = pauseBefore(failure, askedMs, requests, clock)
      if (pause === undefined || pause > leftMs()) {
        return { failure: afterAll(failure, requests, clock.now() - started), requests, waitedMs }
      }
      if (failure.retry === 'quota') {
        pacer.hold(pause)
      } else {
        await clock.sleep(pause, signal)
        waitedMs += pause
      }
      waitedMs += await pacer.enter(signal)
    }
  } catch (error) {
    if (patience.signal.aborted) return { failure: overdue(request, patienceMs), requests, waitedMs }
    return refuse(error, request.signal)
  } finally {
    clearTimeout(timer)
  }
}

type Outcome<Body> = Answer<Body> | { readonly failure: Failure; readonly askedMs?: number | undefined }

async function attempt<Body>(
  request: Request<Body>,
  { clock, pacer, replies }: Line,
  leftMs: number,
  end: AbortSignal,
): Promise<Outcome<Body>> {
  const signal = AbortSignal.any([end])
  const thrown = await unlessAborted(signal, request.send(signal, leftMs)).catch((error: unknown) => error)
  end.throwIfAborted()
  if (thrown instanceof InfraError) throw thrown
  const reply = replies.take(signal)
  if (!reply) return { failure: unreachable(request, thrown) }

  const quota = quotaIn(reply.header)
  if (quota) pacer.heard(quota)
  const askedMs = pauseIn(reply, clock.now())
  if (reply.status !== 200 && reply.status !== 204) return { failure: failureOf(reply, request), askedMs }
  const body = request.read(parsed(reply.text))
  return body === undefined ? { failure: unreadable(request) } : { body, header: reply.header }
}

/** An SDK, or a credential that it asks, may not listen to the signal. */
async function unlessAborted(signal: AbortSignal, call: Promise<unknown>): Promise<unknown> {
  let abort = () => {}
  const aborted = new Promise<never>((_resolve, reject) => {
    abort = () => reject(signal.reason as Error)
  })
  signal.addEventListener('abort', abort)
  try {
    return await Promise.race([call, aborted])
  } finally {
    // A signal that somebody listens to stays in memory, and the reply that is known by it.
    signal.removeEventListener('abort', abort)
  }
}

function parsed(text: string): unknown {
  try {
    return text === '' ? null : parseExact(text)
  } catch {
    return undefined
  }
}

function afterAll(failure: Failure, requests: number, tookMs: number): Failure {
  if (requests === 1) return failure
  const { code, message, hint, cause } = failure.error
  const effort = `, after ${requests} attempts in ${Math.round(tookMs / 1000)} s`
  return { ...failure, error: new InfraError(code, message + effort, hint, cause) }
}

/** Throws the error, or Cancelled when the caller has given up. */
function refuse(error: unknown, signal: AbortSignal): never {
  throw signal.aborted ? cancelled(signal) : error
}
