import type { Join } from '../plan/plan.ts'
import { collect } from './collect.ts'
import type { Context } from './context.ts'
import { readers } from './expressions.ts'
import { keyReader, type KeySpace } from './keys.ts'
import { runPipeline } from './pipeline.ts'

/**
 * The right rows of a join by key. A place is a row's number, counted from 1: the first one of a key, and behind each the next one of
 * the same key; 0 is none.
 */
export interface JoinTable {
  readonly first: Places
  readonly next: Int32Array
  /** A column's cells by place; at 0 is what stands for a cell that is missing. */
  column(slot: number): readonly unknown[]
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
  const next = new Int32Array(rows.length + 1)
  for (let place = rows.length; place > 0; place--) {
    const key = keys[place - 1]
    if (key === null) continue
    next[place] = first.get(key) ?? 0
    first.set(key, place)
  }
  return {
    first,
    next,
    column: (slot) => collect(rows, slot, [right.columns[slot]?.type === 'string' ? '' : null]),
  }
}

// Small whole numbers are places in an array; a key that is none of them finds nothing there either.
function placesFor(keys: readonly unknown[]): Places {
  const limit = keys.length * 4
  const small = keys.every(
    (key) => key === null || (Number.isInteger(key) && (key as number) >= 0 && (key as number) < limit),
  )
  if (!small) return new Map<unknown, number>()
  const places = new Int32Array(limit)
  return {
    get: (key) => places[key as number],
    set: (key, place) => (places[key as number] = place),
  }
}
