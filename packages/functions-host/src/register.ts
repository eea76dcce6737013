import { app, type InvocationContext, trigger } from '@azure/functions'
import type { Callable } from './callable.ts'
import { callerOf, type Headers } from './identity/principal.ts'
import type { Answer } from './pipeline.ts'
import type { Settings } from './settings.ts'
import { blockOf } from './signed-result.ts'

/** What the trigger hands over; its headers hold secrets and go no further than to whoever decides who calls. */
interface Payload {
  readonly arguments?: unknown
  readonly transport?: { readonly properties?: { readonly headers?: Headers } }
}

/** Registers a tool with the MCP extension. */
export function register(callable: Callable, { authentication }: Settings, answer: Answer): void {
  const { description, extraInputs, inputSchema, name, outputSchema } = callable
  app.generic(`mcp-${name}`, {
    trigger: trigger.generic({
      type: 'mcpToolTrigger',
      toolName: name,
      description,
      useResultSchema: true,
      useWorkerInputSchema: true,
      inputSchema: JSON.stringify(inputSchema),
      outputSchema: JSON.stringify(outputSchema),
    }),
    ...(extraInputs && { extraInputs }),
    handler: async (input: unknown, invocation: InvocationContext) => {
      const { arguments: args = {}, transport } = input as Payload
      const { invocationId, traceContext } = invocation
      const caller = callerOf(transport?.properties?.headers ?? {}, authentication)
      const traceparent = traceContext?.traceParent
      const reply = await answer({ tool: name, args, caller, invocationId, invocation, traceparent, via: 'mcp' })
      return blockOf(reply, invocationId)
    },
  })
}
