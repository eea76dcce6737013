import type { InvocationContext } from '@azure/functions'
import { InfraError } from '@infra-analysis/core'
import { triggerCaller } from '../identity/caller.ts'
import type { Means } from '../means.ts'
import type { Via } from '../pipeline.ts'
import { documentOf, type ResultDocument } from './document.ts'
import { messageOf } from './message.ts'
import { refused } from './refused.ts'

/** Answers a message that calls a tool, and one that does not. */
export async function answered(
  message: unknown,
  via: Via,
  invocation: InvocationContext,
  { answer, host }: Means,
): Promise<ResultDocument> {
  const { invocationId, traceContext } = invocation
  const request = { caller: triggerCaller, invocationId, invocation, traceparent: traceContext?.traceParent, via }
  const call = messageOf(message)
  if (call instanceof InfraError) {
    const reply = refused(host, { ...request, tool: '', args: message }, call)
    return documentOf(reply, { tool: '', invocationId }, host.clock.now())
  }
  const { arguments: args, id, tool } = call
  const reply = await answer({ ...request, tool, args })
  return documentOf(reply, { tool, id, invocationId }, host.clock.now())
}
