import type { Expression } from '../../plan/plan.ts'
import { keySpace } from '../keys.ts'
import type { PartList } from './aggregates.ts'
import type { Code } from './code.ts'
import type { Writer } from './expression.ts'
import { writeNumber } from './key.ts'

/** Groups in code: `groups` of them, each a number under which lists hold what belongs to it. */
export interface Groups {
  /** The lists of the keys' cells. */
  readonly keys: readonly string[]
  /** Writes `group`, the number of the group of the row at hand, which begins if it is new. */
  readonly enter: (write: Writer) => void
  /** Writes that the one group of no keys begins, unless rows began it. */
  readonly begin: () => void
}

/** Begins groups with lists for their keys and others; `open` is done before the first group. */
export function groupsOf(keys: readonly Expression[], others: readonly PartList[], code: Code, open = ''): Groups {
  const keyLists = keys.map((_, index) => `k${index}`)
  for (const name of [...keyLists, ...others.map((list) => list.name)]) code.before(`const ${name} = []`)
  code.before(`let groups = 0\nconst space = ${code.capture(() => keySpace(keys.length))}()`)
  const beginWith = (cells: readonly string[]): void => {
    if (open) code.line(`if (groups === 0) ${open}`)
    code.line('groups += 1')
    keyLists.forEach((list, index) => code.line(`${list}.push(${cells[index]})`))
    for (const { name, begin } of others) code.line(`${name}.push(${begin})`)
  }
  return {
    keys: keyLists,
    enter(write) {
      const { code: number, cells } = writeNumber(keys, write, 'space')
      code.line(`const group = ${number}`)
      code.block('if (group === groups)', () => beginWith(cells.map((cell) => cell.code)))
    },
    begin: () => code.block('if (groups === 0)', () => beginWith([])),
  }
}
