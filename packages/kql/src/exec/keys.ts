import type { Expression } from '../plan/plan.ts'
import { canonical } from '../values/dynamic.ts'
import type { Context } from './context.ts'
import { type Reader, reader } from './expressions.ts'

/** Numbers values: equal ones get the same number, null and NaN included. */
type Numbering = (value: unknown) => number

/** What readers share whose keys are compared with each other: a numbering per key, and one per what the keys before make together. */
export interface KeySpace {
  readonly cells: readonly Numbering[]
  readonly pairs: readonly Numbering[]
}

/** Two numbers below this fit into one double without loss; no map can hold as many keys. */
export const pairLimit: number = 2 ** 26

function numbering(): Numbering {
  const numbers = new Map<unknown, number>()
  return (value) => {
    const known = numbers.get(value)
    if (known !== undefined) return known
    const number = numbers.size
    numbers.set(value, number)
    return number
  }
}

// Rows that follow each other often share their first keys. Only numbers are compared: for texts a look-up is as quick.
function pairNumbering(): Numbering {
  const number = numbering()
  let [last, lastNumber] = [Number.NaN as unknown, -1]
  return (pair) => {
    if (pair === last) return lastNumber
    last = pair
    return (lastNumber = number(pair))
  }
}

/** A space for keys of a number of cells. */
export const keySpace = (size: number): KeySpace => ({
  cells: Array.from({ length: size }, numbering),
  pairs: Array.from({ length: size }, pairNumbering),
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
    for (let index = 1; index < reads.length; index++) {
      const before = index === 1 ? key : (pairs[index] as Numbering)(key)
      key = before * pairLimit + (cells[index] as Numbering)((reads[index] as Reader)(row))
    }
    return key
  }
}

function cellReader(key: Expression, context: Context): Reader {
  const read = reader(key, context)
  return key.type === 'dynamic' ? (row) => canonical(read(row)) : read
}
