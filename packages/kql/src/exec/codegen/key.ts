import type { Expression } from '../../plan/plan.ts'
import { canonical } from '../../values/dynamic.ts'
import { type KeySpace, pairLimit } from '../keys.ts'
import type { Atom } from './code.ts'
import type { Writer } from './expression.ts'

/** A key in code, and the cells that it is made of. */
export interface Key {
  readonly code: string
  readonly cells: readonly Atom[]
}

/** Writes what `keyReader` computes: one key's cell as it is, several as one number. */
export function writeKey(keys: readonly Expression[], write: Writer, space: KeySpace): Key {
  const { code } = write
  const cells = keys.map((key) => write.value(key))
  const comparable = cells.map((cell, index) =>
    keys[index]?.type === 'dynamic' ? `${code.capture(canonical)}(${cell.code})` : cell.code,
  )
  if (comparable.length < 2) return { code: comparable[0] ?? '0', cells }
  const joined = comparable.reduce((before, cell, index) => {
    const number = `${code.capture(space.cells[index])}(${cell})`
    if (index === 0) return number
    const first = index === 1 ? before : `${code.capture(space.pairs[index])}(${before})`
    return `${first} * ${pairLimit} + ${number}`
  }, '0')
  return { code: write.local({ code: joined, nullable: false }).code, cells }
}
