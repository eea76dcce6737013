import type { z } from 'zod'
import type { WorkflowName } from './names.ts'

/** Work over the whole estate that takes longer than a call may: a declaration, from which its tools and its orchestration derive. */
export interface Workflow {
  readonly name: WorkflowName
  readonly title: string
  /** What it finds out and when to use it, for agents. */
  readonly description: string
  /** Closed; `places` has the arguments that say where to look. */
  readonly input: z.ZodObject
  /** What it asks, each under a title of its own; the same for the same input. */
  readonly questions: (input: Input) => readonly Question[]
}

/** The arguments of a call, by name. */
export type Input = Readonly<Record<string, unknown>>

/** A call of a tool that a workflow makes in many places. */
export interface Question {
  readonly title: string
  readonly tool: string
  readonly args: Input
  /** Logs are asked together: whether a machine is silent shows over all workspaces only. */
  readonly reach: 'each subscription' | 'all workspaces'
  /** What the rows are, where their number is all that is new. */
  readonly rows?: string | undefined
}
