import type { Warning } from '../answer.ts'
import { ask } from '../ask.ts'
import type { Place } from '../prepare.ts'
import { subscriptionsQuery } from './access.ts'

/** The subscriptions in scope that the caller can see, and what kept others from being listed. */
export interface Visible {
  /** Ids, lower-cased and in order. */
  readonly subscriptions: readonly string[]
  readonly gaps: readonly Warning[]
}

/** Lists the subscriptions that can be seen at a place. Throws the errors of the source. */
export async function visibleSubscriptions(place: Place, signal?: AbortSignal): Promise<Visible> {
  const { rows, gaps } = await ask(subscriptionsQuery, { ...place, values: {}, signal })
  return { subscriptions: rows.map(({ subscriptionId }) => subscriptionId), gaps }
}
