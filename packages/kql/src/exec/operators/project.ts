import type { Assignment } from '../../plan/plan.ts'
import type { Context, Row } from '../context.ts'
import { reader } from '../expressions.ts'
import { nulls, widener } from '../widener.ts'
import type { Operator } from './operator.ts'

type Writer = (row: Row, into: unknown[]) => void

function writer({ targets, value, tuple }: Assignment, context: Context): Writer {
  const read = reader(value, context)
  const target = targets[0] as number
  if (!tuple) {
    return (row, into) => {
      into[target] = read(row)
    }
  }
  return (row, into) => {
    const cells = read(row) as readonly unknown[]
    targets.forEach((slot, index) => {
      into[slot] = cells[index]
    })
  }
}

/** Makes a new row of expressions over the old one. */
export const project: Operator<'project'> = ({ width, cells }, context) => {
  const writers = cells.map((cell) => writer(cell, context))
  const blank = nulls(width)
  return (rows) =>
    rows.map((row) => {
      const made = blank.slice()
      for (const write of writers) write(row, made)
      return made
    })
}

/** Copies the row and sets or adds cells; every expression sees the row as it came. */
export const extend: Operator<'extend'> = ({ width, cells }, context) => {
  const writers = cells.map((cell) => writer(cell, context))
  const widen = widener(width)
  return (rows) =>
    rows.map((row) => {
      const made = widen(row)
      for (const write of writers) write(row, made)
      return made
    })
}
