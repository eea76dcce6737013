import { readers } from '../expressions.ts'
import { prepare } from '../pipeline.ts'
import { expander } from './mv-expand.ts'
import type { Operator } from './operator.ts'

/** Runs a query over the elements of each row; the row's own cells come before each of its results. */
export const mvApply: Operator<'mv-apply'> = ({ expand, query, cells }, context) => {
  const expanded = expander(expand, context)
  const answer = prepare(query, context)
  const read = readers(cells, context)
  return (rows) =>
    rows.flatMap((row) =>
      answer(expanded(row)).map((result) => {
        const both = [...row, ...result]
        return read.map((cell) => cell(both))
      }),
    )
}
