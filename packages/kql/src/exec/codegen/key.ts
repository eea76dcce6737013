import type { Expression } from '../../plan/plan.ts'
import { canonical } from '../../values/dynamic.ts'
import type { Atom } from './code.ts'
import type { Writer } from './expression.ts'

/** A key in code, and the cells that it is made of. */
export interface Key {
  readonly code: string
  readonly cells: readonly Atom[]
}

/** Writes what `keyReader` computes: one key's cell as it is, several as a number of the key space with this name. */
export function writeKey(keys: readonly Expression[], write: Writer, space: string): Key {
  if (keys.length !== 1) return writeNumber(keys, write, space)
  const cells = keys.map((key) => write.value(key))
  return { code: comparable(keys, cells, write).join(), cells }
}

/** Writes the number of a key in the key space with this name; numbers come in order, from 0. */
export function writeNumber(keys: readonly Expression[], write: Writer, space: string): Key {
  const { code } = write
  const numbering = (kind: 'cells' | 'pairs', index: number): string => {
    const name = code.name()
    code.before(`const ${name} = ${space}.${kind}[${index}]`)
    return name
  }
  const cells = keys.map((key) => write.value(key))
  const numbers = comparable(keys, cells, write).map((cell, index) => `${numbering('cells', index)}(${cell})`)
  if (numbers.length === 0) return { code: '0', cells }
  const joined = numbers.reduce((before, number, index) => `${numbering('pairs', index)}(${before}, ${number})`)
  return { code: write.local({ code: joined, nullable: false }).code, cells }
}

const comparable = (keys: readonly Expression[], cells: readonly Atom[], { code }: Writer): string[] =>
  cells.map((cell, index) => (keys[index]?.type === 'dynamic' ? `${code.capture(canonical)}(${cell.code})` : cell.code))
