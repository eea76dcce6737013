import { frameOf } from '../frame.ts'
import type { Code } from './code.ts'

/** What rows leave a loop as: arrays, or the columns of a frame. */
export type Form = 'rows' | 'frame'

/** The way of rows out of a loop. */
export interface Outlet {
  /** Writes that a row of these cells leaves; to be asked for at one place. */
  readonly push: (cells: readonly string[]) => void
  /** Writes the end of the loop's function; the columns of a frame come behind lists that are columns already. */
  readonly finish: (lists?: readonly string[]) => void
}

/** Begins to let rows out. */
export function outlet(form: Form, code: Code): Outlet {
  if (form === 'rows') {
    code.before('const out = []')
    return {
      push: (cells) => code.line(`out.push([${cells.join()}])`),
      finish: () => code.line('return out'),
    }
  }
  code.before('let length = 0')
  let columns: readonly string[] = []
  return {
    push(cells) {
      columns = cells.map((_, slot) => `o${slot}`)
      for (const column of columns) code.before(`const ${column} = []`)
      code.line(['length += 1', ...cells.map((cell, slot) => `o${slot}.push(${cell})`)].join('; '))
    },
    finish: (lists = []) => code.line(`return ${code.capture(frameOf)}([${[...lists, ...columns].join()}], length)`),
  }
}
