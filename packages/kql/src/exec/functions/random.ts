import { randomUUID } from 'node:crypto'
import type { ScalarFunction } from '../call.ts'

/** Functions that differ from row to row and from run to run. */
export const randomness: Readonly<Record<string, ScalarFunction>> = {
  rand: () => (size?: number) => (size === undefined ? Math.random() : Math.floor(Math.random() * size)),
  new_guid: () => () => randomUUID(),
}
