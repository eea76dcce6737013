import { UnsupportedKql } from '../errors.ts'

/** Sorts two cells. */
export type Comparator = (left: unknown, right: unknown) => number

// Null, then NaN, then everything else.
const rank = (cell: unknown): number => (cell === null ? 0 : Number.isNaN(cell) ? 1 : 2)

const kind = (cell: unknown): string => (typeof cell === 'bigint' ? 'number' : typeof cell)

/** Whether one present cell stands before another of the same type; inside dynamic values only scalars of one kind have an order. */
const precedes = (left: unknown, right: unknown): boolean => {
  if (typeof left === 'object') throw new UnsupportedKql('ordering arrays and property bags')
  if (kind(left) !== kind(right)) throw new UnsupportedKql('ordering dynamic values of different kinds')
  return (left as number) < (right as number)
}

/** Ascending order of cells of one type, null first and NaN next to it. */
export const compare: Comparator = (left, right) => {
  if (left === right) return 0
  const leftRank = rank(left)
  const rightRank = rank(right)
  if (leftRank < 2 || rightRank < 2) return leftRank - rightRank
  if (precedes(left, right)) return -1
  return precedes(right, left) ? 1 : 0
}

/** The order of a sort key; NaN stands beside the nulls, on the side of the numbers. */
export const ordering = (descending: boolean, nullsFirst: boolean): Comparator => {
  const sign = descending ? -1 : 1
  const nullSign = nullsFirst ? 1 : -1
  return (left, right) => {
    if (left === right) return 0
    const ranks = rank(left) - rank(right)
    if (ranks !== 0) return nullSign * ranks
    return sign * compare(left, right)
  }
}
