import type { InvocationContext } from '@azure/functions'
import { type Call, InfraError, type Reply } from '@infra-analysis/core'
import { traced } from './audit/trace.ts'
import { writeDown } from './audit/write-down.ts'
import type { Callable } from './callable.ts'
import type { Host } from './host.ts'
import { type Caller, keyOf } from './identity/caller.ts'
import { admit } from './identity/roles.ts'
import { refuseLarge } from './limits/size.ts'
import { refusal } from './refusal.ts'

/** The ways in. */
export type Via = 'mcp' | 'http' | 'queue' | 'event-hub' | 'timer' | 'workflow'

/** One call of a tool, whichever way it came. */
export interface CallRequest {
  readonly tool: string
  readonly args: unknown
  readonly caller: Caller
  readonly invocationId: string
  readonly via: Via
  readonly signal?: AbortSignal | undefined
  /** W3C trace context of the platform's own span. */
  readonly traceparent?: string | undefined
  readonly progress?: Call['progress']
  /** Handed on to tools that need it, such as those of workflows. */
  readonly invocation?: InvocationContext | undefined
}

/** Answers a call and never throws. */
export type Answer = (request: CallRequest) => Promise<Reply>

/** The one way to a tool: who calls, may they, within which limits; then the tool; then the audit record. */
export const pipelineOf =
  (host: Host): Answer =>
  (request) => {
    const callable = host.callables.get(request.tool)
    return traced(request, callable?.name ?? 'unknown', async () => {
      const start = host.clock.now()
      const reply = await answered(host, request, callable)
      writeDown(host, request, reply, start)
      return reply
    })
  }

async function answered(host: Host, request: CallRequest, callable: Callable | undefined): Promise<Reply> {
  const { args, caller: who, invocation, invocationId, progress } = request
  try {
    if (!callable) throw noSuchTool(host)
    admit(who, callable.name, host.settings)
    refuseLarge(args)
    return await host.limited(request, async (signal) => {
      const place = await host.placeFor(who)
      return callable.call(args, { place, caller: keyOf(who), who, signal, progress, invocation, invocationId })
    })
  } catch (error) {
    return refusal(error)
  }
}

const noSuchTool = ({ callables }: Host): InfraError =>
  new InfraError('InvalidInput', 'There is no tool of this name', `Tools: ${[...callables.keys()].join(', ')}.`)
