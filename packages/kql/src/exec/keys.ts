import type { Expression } from '../plan/plan.ts'
import { canonical } from '../values/dynamic.ts'
import type { Context } from './context.ts'
import { type Reader, reader } from './expressions.ts'
import { type Pairing, pairing } from './pairing.ts'

/** Numbers values in the order in which they first come, from 0: equal ones get the same number, null and NaN included. */
type Numbering = (value: unknown) => number

/** What readers share whose keys are compared with each other: a numbering per key, and one per what the keys before make together. */
export interface KeySpace {
  readonly cells: readonly Numbering[]
  readonly pairs: readonly Pairing[]
}

// Rows that follow each other often share their keys.
function numbering(): Numbering {
  const numbers = new Map<unknown, number>()
  let count = 0
  let [last, lastNumber] = [Number.NaN as unknown, -1]
  return (value) => {
    if (value === last) return lastNumber
    last = value
    const known = numbers.get(value)
    if (known !== undefined) return (lastNumber = known)
    numbers.set(value, count)
    return (lastNumber = count++)
  }
}

/** A space for keys of a number of cells. */
export const keySpace = (size: number): KeySpace => ({
  cells: Array.from({ length: size }, numbering),
  pairs: Array.from({ length: size }, pairing),
})

/**
 * The reader of a value that rows share exactly when the cells of all keys are equal, null being a value of its own. Numbers instead
 * of joined text: a row costs look-ups but no new string.
 */
export function keyReader(
  keys: readonly Expression[],
  context: Context,
  space: KeySpace = keySpace(keys.length),
): Reader {
  const reads = keys.map((key) => cellReader(key, context))
  const [first, second] = reads
  if (!first) return () => 0
  if (!second) return first
  const { cells, pairs } = space
  return (row) => {
    let key = (cells[0] as Numbering)(first(row))
    for (let index = 1; index < reads.length; index++)
      key = (pairs[index] as Pairing)(key, (cells[index] as Numbering)((reads[index] as Reader)(row)))
    return key
  }
}

function cellReader(key: Expression, context: Context): Reader {
  const read = reader(key, context)
  return key.type === 'dynamic' ? (row) => canonical(read(row)) : read
}
