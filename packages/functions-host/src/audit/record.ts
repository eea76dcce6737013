import type { Outcome, Reply } from '@infra-analysis/core'
import type { Callable } from '../callable.ts'
import type { CallRequest, Via } from '../pipeline.ts'
import type { How } from '../identity/caller.ts'
import type { OutboundIdentity } from '../settings.ts'
import { closedArguments, hashOf } from './arguments.ts'

/** What is written down about a call, and nothing else: no header, no token, no row, no free text. */
export interface AuditRecord {
  /** ISO 8601, UTC; when the call came. */
  readonly at: string
  readonly invocationId: string
  readonly traceparent?: string | undefined
  readonly via: Via
  /** `unknown` for a name that no tool has. */
  readonly tool: string
  readonly auth: How
  readonly tenantId?: string | undefined
  readonly objectId?: string | undefined
  readonly user?: string | undefined
  readonly appId?: string | undefined
  /** Whose rights read the stores. */
  readonly identity: OutboundIdentity | 'sandbox'
  readonly scope: Outcome['scope']
  /** SHA-256 of all arguments. */
  readonly argumentsHash: string
  readonly arguments: Readonly<Record<string, unknown>>
  readonly outcome: Outcome['code']
  readonly rows: number
  readonly complete: boolean
  readonly durationMs: number
}

interface Call {
  readonly request: CallRequest
  readonly callable: Callable | undefined
  readonly reply: Reply
  readonly identity: AuditRecord['identity']
  /** Milliseconds since 1970. */
  readonly start: number
  readonly end: number
}

/** The record of a call, also of a refused one. */
export function recordOf({ request, callable, reply, identity, start, end }: Call): AuditRecord {
  const { args, caller, invocationId, traceparent, via } = request
  const { code, complete, rows, scope } = reply.outcome
  return {
    at: new Date(start).toISOString(),
    invocationId,
    traceparent,
    via,
    tool: callable?.name ?? 'unknown',
    auth: caller.how,
    tenantId: caller.tenantId,
    objectId: caller.objectId,
    user: caller.name,
    appId: caller.appId,
    identity,
    scope,
    argumentsHash: hashOf(args),
    arguments: closedArguments(args, callable?.inputSchema),
    outcome: code,
    rows,
    complete,
    durationMs: end - start,
  }
}
