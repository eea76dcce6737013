import { app, type HttpRequest, type HttpResponseInit, type InvocationContext } from '@azure/functions'
import type { Outcome } from '@infra-analysis/core'
import type { Host } from '../host.ts'
import type { Caller } from '../identity/caller.ts'
import { callerOf } from '../identity/principal.ts'
import type { Answer } from '../pipeline.ts'
import { documentOf } from './document.ts'
import { extraInputsOf } from './extra-inputs.ts'

/** Registers `POST /api/tools/{tool}`: the arguments as a JSON body in, the answer as JSON out. */
export function registerHttp(host: Host, answer: Answer): void {
  app.http('tools-http', {
    methods: ['POST'],
    route: 'tools/{tool}',
    authLevel: 'function',
    extraInputs: extraInputsOf(host.callables.values()),
    handler: httpHandler(host, answer),
  })
}

const statuses: Readonly<Record<Outcome['code'], number>> = {
  ok: 200,
  InvalidInput: 400,
  SignInRequired: 401,
  AccessDenied: 403,
  TableAbsent: 422,
  Incomplete: 422,
  Throttled: 429,
  Cancelled: 503,
  ServiceUnavailable: 503,
  QueryRejected: 500,
  UnsupportedKql: 500,
  RowMismatch: 500,
  Defect: 500,
}

/** Answers a request; the status says who can mend an error. */
export const httpHandler =
  (host: Host, answer: Answer) =>
  async (request: HttpRequest, invocation: InvocationContext): Promise<HttpResponseInit> => {
    const { invocationId, traceContext } = invocation
    const { tool = '' } = request.params
    const caller = keyed(callerOf(Object.fromEntries(request.headers), host.settings.authentication), host)
    const args = parsed(await request.text())
    const traceparent = traceContext?.traceParent
    const reply = await answer({ tool, args, caller, invocationId, invocation, traceparent, via: 'http' })
    const { code } = reply.outcome
    return {
      status: statuses[code],
      jsonBody: documentOf(reply, { tool, invocationId }, host.clock.now()),
      headers: { 'cache-control': 'no-store' },
    }
  }

/** Whoever comes this way has shown a key of the function, in a header or in the address. */
const keyed = (caller: Caller, { settings }: Host): Caller =>
  settings.authentication.enabled ? caller : { ...caller, how: 'key' }

/** The value in a JSON text; another text as it is, which the tool refuses in its own words. */
function parsed(text: string): unknown {
  if (text.trim() === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
