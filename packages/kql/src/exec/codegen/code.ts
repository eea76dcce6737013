import { type Loop, loopOf } from './host.ts'

/** JavaScript that names a value: a local or a captured constant, free to repeat. */
export interface Atom {
  readonly code: string
  readonly nullable: boolean
}

/** Code in the making. Its text comes from the plan's shape alone: every value of the plan is a captured constant. */
export interface Code {
  /** Adds a statement. */
  readonly line: (text: string) => void
  /** Adds a statement that runs once, before the first row. */
  before(text: string): void
  /** A new name. */
  name(): string
  /** The name of a constant that holds a value. */
  capture(value: unknown): string
  /** Adds a block; what is known inside it is forgotten behind it. */
  block(head: string, inside: () => void): void
  /** What `make` gave for this key in this block or one around it. */
  readonly known: (key: string, make: () => Atom) => Atom
  /** The finished loop. */
  finish(): {
    readonly loop: Loop
    readonly constants: readonly unknown[]
  }
}

/** A cell's index as code. A stored plan may hold anything, and nothing but a number gets into code. */
export function indexText(index: number | undefined): string {
  if (!Number.isInteger(index)) throw new Error(`${String(index)} is no index of a cell`)
  return String(index)
}

/** Begins code. */
export function startCode(): Code {
  const constants: unknown[] = []
  const captured = new Map<unknown, string>()
  const head: string[] = []
  const lines: string[] = []
  const scopes: Map<string, Atom>[] = [new Map()]
  let names = 0
  return {
    line: (text) => void lines.push(text),
    before: (text) => void head.push(text),
    name: () => `v${names++}`,
    capture(value) {
      const known = captured.get(value)
      if (known !== undefined) return known
      const name = `c${constants.length}`
      constants.push(value)
      captured.set(value, name)
      return name
    },
    block(opening, inside) {
      lines.push(`${opening} {`)
      scopes.push(new Map())
      inside()
      scopes.pop()
      lines.push('}')
    },
    known(key, make) {
      for (const scope of scopes) {
        const found = scope.get(key)
        if (found) return found
      }
      const atom = make()
      scopes.at(-1)?.set(key, atom)
      return atom
    },
    finish() {
      const captures = constants.map((_, index) => `const c${index} = constants[${index}]`)
      return { loop: loopOf([...captures, ...head, ...lines].join('\n')), constants }
    },
  }
}
