import type { Join } from '../../plan/plan.ts'
import { type KeySpace, keySpace } from '../keys.ts'
import { hashRows } from '../join-table.ts'
import { indexText } from './code.ts'
import { type Writer, writer } from './expression.ts'
import { writeKey } from './key.ts'
import { columnCells, joinedView } from './row-view.ts'

/** Writes a loop over the right rows that match; the rest of the loop's body is done once per pair. */
export function joinStep(step: Join, write: Writer, then: (write: Writer) => void): void {
  const { code, context } = write
  const [space, table, place, pair] = [code.name(), code.name(), code.name(), code.name()]
  code.before(`const ${space} = ${code.capture(() => keySpace(step.leftKeys.length))}()`)
  code.before(`const ${table} = ${code.capture((keys: KeySpace) => hashRows(step, keys, context))}(${space})`)
  const key = writeKey(step.leftKeys, write, space)
  code.line(`let ${place} = ${table}.first.get(${key.code}) ?? 0`)
  if (step.kind === 'inner') code.line(`if (${place} === 0) ${write.skip}`)
  code.block('for (;;)', () => {
    code.block(`${pair}:`, () => {
      const right = columnCells((slot) => `${table}.column(${indexText(slot)})`, place, code)
      const view = joinedView(write.row, step.left.length, right, step.right.columns.length)
      then(writer(code, context, view, `break ${pair}`))
    })
    code.line(`${place} = ${table}.next[${place}]`)
    code.line(`if (${place} === 0) break`)
  })
}
