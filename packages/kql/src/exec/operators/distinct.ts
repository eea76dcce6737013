import type { Expression } from '../../plan/plan.ts'
import { keyReader } from '../keys.ts'
import type { Operator } from './operator.ts'

/** Keeps the first of equal rows. */
export const distinct: Operator<'distinct'> = ({ types }, context) => {
  const keys = types.map((type, slot): Expression => ({ kind: 'column', type, slot }))
  const keyOf = keyReader(keys, context)
  return (rows) => {
    const seen = new Set<unknown>()
    return rows.filter((row) => {
      const key = keyOf(row)
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
  }
}
