import { groupRows } from '../groups.ts'
import { keyReader } from '../keys.ts'
import { prepare } from '../pipeline.ts'
import type { Operator } from './operator.ts'

/** Runs a query over the rows of each key and puts the results one behind the other. */
export const partition: Operator<'partition'> = ({ key, query }, context) => {
  const keyOf = keyReader([key], context)
  const answer = prepare(query, context)
  return (rows) => [...groupRows(rows, keyOf).values()].flatMap(answer)
}
