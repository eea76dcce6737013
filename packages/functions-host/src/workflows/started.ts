import type { Warning } from '@infra-analysis/core'
import type { Caller } from '../identity/caller.ts'
import type { Input } from './workflow.ts'

/** What a run of a workflow begins with: JSON, since Durable Functions keeps it. */
export interface Started {
  /** Whose it is: the key of the caller. */
  readonly caller: string
  /** As whom it calls tools. */
  readonly who: Attested
  /** ISO 8601, UTC. */
  readonly at: string
  readonly input: Input
  readonly where: Where
}

/** A caller without what must not be kept. */
export type Attested = Omit<Caller, 'token'>

/** Where a run looks. */
export interface Where {
  readonly subscriptions: readonly string[]
  /** Empty for those of the server. */
  readonly workspaces: readonly string[]
  /** Whether the call named the subscriptions: logs are asked about no other machines then. */
  readonly isChosen: boolean
  /** What kept subscriptions from being listed. */
  readonly gaps: readonly Warning[]
}

/** What may be kept of a caller. */
export const attested = ({ appId, how, name, objectId, roles, tenantId }: Caller): Attested => ({
  how,
  tenantId,
  objectId,
  name,
  appId,
  roles,
})
