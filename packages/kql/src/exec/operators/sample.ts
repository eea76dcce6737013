import type { Operator } from './operator.ts'
import { rowCount } from './sort.ts'

/** Rows picked by chance, in their order. */
export const sample: Operator<'sample'> = ({ rows: size }, context) => {
  const count = rowCount(size, context)
  return (rows) => {
    let wanted = Math.min(count, rows.length)
    return rows.filter((_, index) => {
      if (Math.random() * (rows.length - index) >= wanted) return false
      wanted -= 1
      return true
    })
  }
}
