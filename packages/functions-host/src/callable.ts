import type { InvocationContext, FunctionInput } from '@azure/functions'
import type { Call, Reply, Tool } from '@infra-analysis/core'
import type { Caller } from './identity/caller.ts'

/** What agents can call by name: a tool of core, or one of a workflow. */
export interface Callable extends Pick<Tool, 'name' | 'title' | 'description' | 'inputSchema' | 'outputSchema'> {
  /** Who brings it, for the message when two have one name: `analysis 'patching-level'`, `workflow 'fleet_review'`. */
  readonly owner: string
  readonly annotations?: Readonly<Record<keyof Tool['annotations'], boolean>> | undefined
  /** What the host has to hand to each invocation, such as the client of Durable Functions. */
  readonly extraInputs?: FunctionInput[] | undefined
  /** Answers a call. Never throws what a caller could mend: that is a reply. */
  call(args: unknown, call: HostCall): Promise<Reply>
}

/** A call as this host makes it. */
export interface HostCall extends Call {
  readonly who: Caller
  readonly invocationId: string
  /** The invocation of the platform that the call came with, where it has one of its own. */
  readonly invocation?: InvocationContext | undefined
}
