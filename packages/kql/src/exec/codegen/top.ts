import type { ScalarType } from '../../table.ts'
import type { Step } from '../../plan/plan.ts'
import type { Context } from '../context.ts'
import { rowCount } from '../operators/sort.ts'
import { topOf } from '../top.ts'
import type { Code } from './code.ts'
import type { Ending } from './endings.ts'

const numeric: ReadonlySet<ScalarType> = new Set(['int', 'long', 'real', 'datetime', 'timespan'])

/** Ends a loop with the first rows of an order; a row that a look at its first key rules out is not made. */
export function topEnding({ rows, keys }: Extract<Step, { verb: 'top' }>, code: Code, context: Context): Ending {
  const count = rowCount(rows, context)
  code.before(`const top = ${code.capture(() => topOf(count, keys))}()`)
  return {
    used: undefined,
    write(write) {
      const cells = keys.map(({ value }) => write.value(value).code)
      const [first] = keys
      if (first && numeric.has(first.value.type)) {
        // With one key an equal row comes too late; with more, the others decide.
        const behind = `${first.descending ? '<' : '>'}${keys.length === 1 ? '=' : ''}`
        // Nulls at the end stand behind every number; the bar is none while there are too few rows.
        const isOut = first.nullsFirst ? 'false' : 'top.bar === top.bar'
        code.line(`if (${cells[0]} === null ? ${isOut} : ${cells[0]} ${behind} top.bar) ${write.skip}`)
      }
      code.line(`top.offer([${cells.join()}], ${write.row.whole(write)})`)
    },
    finish: () => code.line('return top.rows()'),
  }
}
