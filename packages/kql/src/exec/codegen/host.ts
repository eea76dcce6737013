import { recent } from '../../recent.ts'
import type { Rows } from '../frame.ts'

/** A generated loop: the constants that it captured, the rows that go in, the rows that come out. */
export type Loop = (constants: readonly unknown[], rows: Rows) => Rows

const loops = recent<Loop>(256)

// Content security policies and `--disallow-code-generation-from-strings` forbid it.
const allowed = (): boolean => {
  try {
    return compile('return []') !== undefined
  } catch {
    return false
  }
}

const compile = (body: string): Loop => new Function('constants', 'rows', body) as Loop

/** Whether this host allows code that is made at run time. */
export const mayGenerate: boolean = allowed()

/** The loop of a body. Equal bodies share one loop, which the runtime has then already optimised. */
export const loopOf = (body: string): Loop => loops(body, () => compile(body))
