import { UnsupportedKql } from '../../errors.ts'
import type { BagUnpack, Pivot } from '../../plan/plan.ts'
import { converter } from '../../values/convert.ts'
import type { Context, Row } from '../context.ts'
import { unfold as unfoldRows } from '../open-columns.ts'
import type { Transform } from './operator.ts'

/** Turns data into the columns that a schema fixes. */
export const unfold = (step: BagUnpack | Pivot, context: Context): Transform => {
  const { columns } = step
  if (!columns) throw new UnsupportedKql(`${step.verb} without a schema here`, step.at)
  return (rows) => {
    const found = unfoldRows(step, rows, context)
    const cells = columns.map(({ name, type }) => {
      const slot = found.columns.findIndex((column) => column.name === name)
      const nothing = type === 'string' ? '' : null
      const convert = converter(found.columns[slot]?.type ?? type, type)
      return (row: Row) => (slot < 0 ? nothing : convert(row[slot]))
    })
    return found.rows.map((row) => cells.map((cell) => cell(row)))
  }
}
