import type { Random } from '../random.ts'
import type { FaultPlan } from './fault-plan.ts'
import type { Fault } from './faults.ts'
import { instead, unauthorized, withHeaders } from './instead.ts'
import { notFound, serviceFor, type Services } from './routes.ts'
import type { Left } from './quota.ts'
import type { Service } from './service.ts'
import type { Timer } from './timer.ts'
import type { Tokens } from './tokens.ts'
import { json, Refusal, type Reply, type WireRequest } from './wire.ts'

/** What a server answers from. */
export interface Desk {
  readonly services: Services
  readonly tokens: Tokens
  readonly faults: FaultPlan
  readonly timer: Timer
  /** Every answer waits for up to so many milliseconds. */
  readonly delayMs: number
  readonly random: Random
}

/** An answer, and what goes wrong on its way to the caller. */
export interface Exchange {
  readonly reply: Reply
  readonly faults: readonly Fault[]
  readonly service?: Service
  readonly page?: number
}

/** Answers a request: who asks, how often, what goes wrong, and what the service says. Rejects when the signal aborts. */
export async function exchange(request: WireRequest, desk: Desk, signal: AbortSignal): Promise<Exchange> {
  const service = serviceFor(request, desk.services)
  if (!service) return { reply: notFound(request), faults: [] }
  const [token, page] = [desk.tokens.check(request.headers.authorization), service.pageOf(request)]
  if (token === undefined) return { reply: unauthorized(service, request), faults: [], service, page }
  const left = service.quota(token)
  const faults = left.isAllowed ? desk.faults(service.engine, page) : []
  const reply = left.isAllowed ? await answered(request, service, faults, desk, signal) : service.failure(429, request)
  return { reply: withHeaders(reply, service.quotaHeaders(leftAfter(reply, left))), faults, service, page }
}

async function answered(
  request: WireRequest,
  service: Service,
  faults: readonly Fault[],
  { timer, delayMs, random }: Desk,
  signal: AbortSignal,
): Promise<Reply> {
  const started = timer.now()
  const patience = service.patienceOf(request)
  const late = faults.find(({ kind }) => kind === 'late')?.milliseconds ?? 0
  const delay = late + random.next() * delayMs
  if (delay > 0) await timer.sleep(Math.min(delay, patience), signal)
  for (const fault of faults) {
    const reply = instead(fault, service, request)
    if (reply) return reply
  }
  const reply = said(request, service, faults)
  return timer.now() - started < patience ? reply : service.failure(504, request)
}

function said(request: WireRequest, service: Service, faults: readonly Fault[]): Reply {
  try {
    return service.answer(request, new Set(faults.map(({ kind }) => kind)))
  } catch (error) {
    return error instanceof Refusal ? error.reply : json(500, { error: { code: 'Defect', message: String(error) } })
  }
}

const leftAfter = ({ status }: Reply, left: Left): Left => (status === 429 ? { ...left, remaining: 0 } : left)
