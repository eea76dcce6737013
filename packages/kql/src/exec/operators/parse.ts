import { converter } from '../../values/convert.ts'
import { printer } from '../../values/print.ts'
import type { Row } from '../context.ts'
import { reader } from '../expressions.ts'
import { parsePattern } from '../parse-pattern.ts'
import { widener } from '../widener.ts'
import type { Operator } from './operator.ts'

/** Sets columns from a text; when it does not match all of them are null, or the row goes. */
export const parse: Operator<'parse'> = (step, context) => {
  const read = reader(step.of, context)
  const print = printer(step.of.type)
  const pattern = parsePattern(step)
  const columns = step.pieces
    .filter((piece) => piece.kind === 'column')
    .map(({ target, type }) => ({
      target,
      group: `cell${target}`,
      convert: converter('string', type),
      nothing: type === 'string' ? '' : null,
    }))
  const widen = widener(step.width)
  const strict = step.mode !== 'relaxed'
  const cellsOf = (text: unknown): unknown[] | undefined => {
    const groups = pattern.exec(print(text))?.groups
    if (!groups) return undefined
    const cells = columns.map(({ group, convert }) => convert(groups[group] ?? ''))
    return strict && cells.includes(null) ? undefined : cells
  }
  const parsed = (row: Row): Row[] => {
    const cells = cellsOf(read(row))
    if (!cells && step.drops) return []
    const made = widen(row)
    columns.forEach(({ target, nothing }, index) => {
      made[target] = cells ? cells[index] : nothing
    })
    return [made]
  }
  return (rows) => rows.flatMap(parsed)
}
