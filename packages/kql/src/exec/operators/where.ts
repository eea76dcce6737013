import { reader } from '../expressions.ts'
import type { Operator } from './operator.ts'

/** Keeps the rows for which the predicate is true; null is not true. */
export const where: Operator<'where'> = ({ predicate }, context) => {
  const test = reader(predicate, context)
  return (rows) => rows.filter((row) => test(row) === true)
}
