import type { Check } from '@infra-analysis/core'
import type { Patience } from './session.ts'
import type { Target } from './target.ts'
import { troubleOf } from './trouble.ts'

/** What there is to say about a part of the server. */
export type Finding = Omit<Check, 'name'>

/** A server, and how long it may take to answer. */
export interface Visit {
  readonly target: Target
  readonly patience: Patience
}

/** The check that the work makes, or one that failed for the trouble that stopped it. Rejects when the signal aborts. */
export async function tried(
  name: string,
  { target, patience }: Visit,
  work: () => Promise<Finding> | Finding,
): Promise<Check> {
  try {
    return { name, ...(await work()) }
  } catch (error) {
    patience.signal?.throwIfAborted()
    return { name, state: 'failed', ...troubleOf(error, target) }
  }
}
