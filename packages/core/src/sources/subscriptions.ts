import { invalid } from '../errors.ts'
import type { QueryShape } from './query-shape.ts'

/** What Resource Graph takes in a request, and what it advises. */
export const mostSubscriptions = 1000
const advised = 200

/**
 * The subscriptions in groups, each for a request; no subscriptions are one group. A query that looks at several resources for one row
 * has to see all subscriptions at once: throws InvalidInput when there are too many for that.
 */
export function groupsOf(subscriptions: readonly string[], shape: QueryShape): readonly (readonly string[])[] {
  const isSeparable = shape.isDivisible && shape.isOneTable
  if (isSeparable) return chunks(subscriptions.toSorted(), advised)
  if (subscriptions.length <= mostSubscriptions) return [subscriptions]
  throw invalid(
    `${subscriptions.length} subscriptions are more than this question can look at`,
    `Give at most ${mostSubscriptions}, or a management group, or none to ask all that you can see.`,
  )
}

/** The items in groups of so many. */
export function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  if (items.length <= size) return [items]
  return [items.slice(0, size), ...chunks(items.slice(size), size)]
}
