/** How somebody came in: as a user or an application that the platform signed in, with a key, by a trigger of the operator's, or unknown. */
export type How = 'user' | 'app' | 'key' | 'trigger' | 'none'

/** Who calls. */
export interface Caller {
  readonly how: How
  readonly tenantId?: string | undefined
  readonly objectId?: string | undefined
  /** For people to read, never to decide by. */
  readonly name?: string | undefined
  /** The application that the caller uses, or is. */
  readonly appId?: string | undefined
  /** Application roles. */
  readonly roles: readonly string[]
  /** The token that the caller signed in with: a function, so that whatever prints the caller prints no token. */
  readonly token?: (() => string) | undefined
}

/** A queue, a timer, an event hub: whoever may write there is let in by the operator. */
export const triggerCaller: Caller = { how: 'trigger', roles: [] }

/** The key of what belongs to a caller: cursors, results and workflows. Callers with a key share one. */
export const keyOf = ({ how, tenantId, objectId }: Caller): string =>
  objectId === undefined ? how : `${tenantId ?? ''}/${objectId}`.toLowerCase()
