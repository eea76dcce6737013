import type { FunctionInput, InvocationContext } from '@azure/functions'
import type { Client } from './client.ts'
import type { Patience } from './waited.ts'

/** How the tools of workflows reach Durable Functions, and how long they wait for it. */
export interface Engine extends Patience {
  readonly extraInputs: FunctionInput[]
  /** The client that an invocation was handed. Throws for a way in that hands none. */
  clientOf(invocation: InvocationContext | undefined): Client
}
