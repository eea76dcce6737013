import type { SortKey } from '../plan/plan.ts'
import { ordering } from '../values/compare.ts'
import type { Row } from './context.ts'

/** The first rows of a sort, kept in a heap while rows are offered. */
export interface Top {
  /**
   * The first key of the last row kept, once there are enough rows and it is a number, else NaN: a number that stands behind it need
   * not be offered.
   */
  bar: number
  /** Offers a row and its sort keys. Of equal rows the first one offered stays. */
  offer(keys: readonly unknown[], row: Row): void
  /** The rows kept, in order. */
  rows(): Row[]
}

interface Entry {
  readonly keys: readonly unknown[]
  readonly row: Row
  readonly number: number
}

/** Begins to keep the first `count` rows of an order. */
export function topOf(count: number, order: readonly Pick<SortKey, 'descending' | 'nullsFirst'>[]): Top {
  const comparators = order.map(({ descending, nullsFirst }) => ordering(descending, nullsFirst))
  const compare = (left: Entry, right: Entry): number => {
    for (const [index, comparator] of comparators.entries()) {
      const difference = comparator(left.keys[index], right.keys[index])
      if (difference !== 0) return difference
    }
    return left.number - right.number
  }
  // The heap's first entry is the last in order of those kept.
  const heap: Entry[] = []
  let offered = 0
  const top: Top = {
    bar: Number.NaN,
    offer(keys, row) {
      const entry = { keys, row, number: offered++ }
      if (heap.length < count) {
        heap.push(entry)
        rise(heap, compare)
      } else if (count > 0 && compare(entry, heap[0] as Entry) < 0) {
        heap[0] = entry
        sink(heap, compare)
      }
      const bar = heap[0]?.keys[0]
      top.bar = heap.length === count && typeof bar === 'number' ? bar : Number.NaN
    },
    rows: () => heap.toSorted(compare).map(({ row }) => row),
  }
  return top
}

type Compare = (left: Entry, right: Entry) => number

function rise(heap: Entry[], compare: Compare): void {
  let at = heap.length - 1
  const entry = heap[at] as Entry
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (compare(heap[parent] as Entry, entry) >= 0) break
    heap[at] = heap[parent] as Entry
    at = parent
  }
  heap[at] = entry
}

function sink(heap: Entry[], compare: Compare): void {
  const entry = heap[0] as Entry
  let at = 0
  for (;;) {
    const left = 2 * at + 1
    if (left >= heap.length) break
    const right = left + 1
    const child = right < heap.length && compare(heap[right] as Entry, heap[left] as Entry) > 0 ? right : left
    if (compare(heap[child] as Entry, entry) <= 0) break
    heap[at] = heap[child] as Entry
    at = child
  }
  heap[at] = entry
}
