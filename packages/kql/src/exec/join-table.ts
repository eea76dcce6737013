import type { Join } from '../plan/plan.ts'
import type { Context, Row } from './context.ts'
import { readers } from './expressions.ts'
import { keyReader, type KeySpace } from './keys.ts'
import { runPipeline } from './pipeline.ts'

/** The right rows of a join by key: the first row of a key, and behind each row the next one of the same key, or -1. */
export interface JoinTable {
  readonly rows: readonly Row[]
  readonly first: Places
  readonly next: Int32Array
  /** What stands for a row that is missing. */
  readonly blank: Row
}

interface Places {
  get(key: unknown): number | undefined
  set(key: unknown, place: number): unknown
}

/** Hashes the right side of a join; rows with a null key are left out, since they match nothing. */
export function hashRows({ right, rightKeys }: Join, space: KeySpace, context: Context): JoinTable {
  const rows = runPipeline(right, context)
  const keyOf = keyReader(rightKeys, context, space)
  const cells = readers(rightKeys, context)
  const keys = rows.map((row) => (cells.some((read) => read(row) === null) ? null : keyOf(row)))
  const first = placesFor(keys)
  const next = new Int32Array(rows.length).fill(-1)
  for (let place = rows.length - 1; place >= 0; place--) {
    const key = keys[place]
    if (key === null) continue
    next[place] = first.get(key) ?? -1
    first.set(key, place)
  }
  return { rows, first, next, blank: right.columns.map(({ type }) => (type === 'string' ? '' : null)) }
}

// Small whole numbers are places in an array; a key that is none of them finds nothing there either.
function placesFor(keys: readonly unknown[]): Places {
  const limit = keys.length * 4
  const small = keys.every(
    (key) => key === null || (Number.isInteger(key) && (key as number) >= 0 && (key as number) < limit),
  )
  if (!small) return new Map<unknown, number>()
  const places = new Int32Array(limit).fill(-1)
  return {
    get: (key) => places[key as number],
    set: (key, place) => (places[key as number] = place),
  }
}
