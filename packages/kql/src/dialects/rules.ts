import type { SyntaxNode } from '../front/node.ts'
import type { Span } from '../plan/plan.ts'

/** Something that a dialect refuses. */
export interface Refusal {
  readonly code: string
  readonly message: string
  readonly at: Span
}

/** A dialect: what it refuses, and what it means differently. */
export interface Rules {
  /** Finds refusals in all nodes of a query, outermost first. */
  review(nodes: readonly SyntaxNode[]): Refusal[]
  readonly ignoresTableCase: boolean
  /** How many rows one row may expand to when the query does not say. */
  readonly expandLimit?: number
}

/** A refusal of a node. */
export const refuse = (code: string, message: string, { at }: SyntaxNode): Refusal => ({ code, message, at })
