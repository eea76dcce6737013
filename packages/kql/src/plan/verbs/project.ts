import { UnsupportedKql } from '../../errors.ts'
import { followedBy } from '../pipelines.ts'
import type { Expression, Step } from '../plan.ts'
import { column, slotOf } from '../site.ts'
import { assignInOrder } from './assignments.ts'
import { resultOf, type VerbLowering } from './verb.ts'
import { windowed } from './windows.ts'

/** A projection that computes each cell by one expression. */
export const copyCells = (values: readonly Expression[]): Step => ({
  verb: 'project',
  width: values.length,
  cells: values.map((value, target) => ({ targets: [target], value, tuple: false })),
})

export const project: VerbLowering = (operator, input, scope) => {
  const columns = resultOf(operator)
  const { site, steps } = windowed(input, scope)
  const cells = assignInOrder(operator.list('Expressions'), site)
  if (cells.flatMap(({ targets }) => targets).length !== columns.length)
    throw new UnsupportedKql(operator.text, operator.at)
  return followedBy(input, columns, ...steps, { verb: 'project', width: columns.length, cells })
}

/** `project-away`, `-keep`, `-reorder`: the result's names say which cells are copied. */
export const projectByName: VerbLowering = (operator, input) => {
  const columns = resultOf(operator)
  return followedBy(
    input,
    columns,
    copyCells(columns.map(({ name }) => column(input.columns, slotOf(input.columns, name)))),
  )
}

/** `project-rename`: the cells stay where they are. */
export const projectRename: VerbLowering = (operator, input) => ({ ...input, columns: resultOf(operator) })
