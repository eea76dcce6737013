import { UnsupportedKql } from '../../errors.ts'
import { windowFunctions } from '../windows.ts'
import type { Operator } from './operator.ts'

/** Adds the cell of a window function behind each row. */
export const window: Operator<'window'> = ({ call }, context) => {
  const make = windowFunctions[call.name]
  if (!make) throw new UnsupportedKql(`the function ${call.name}`, call.at)
  const compute = make(call, context)
  return (rows) => {
    const cells = compute(rows)
    return rows.map((row, index) => [...row, cells[index]])
  }
}
