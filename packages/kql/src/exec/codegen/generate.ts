import type { Step } from '../../plan/plan.ts'
import type { Context } from '../context.ts'
import type { Rows } from '../frame.ts'
import { startCode } from './code.ts'
import { collecting, endingOf, isEnding } from './endings.ts'
import { type Writer, writer } from './expression.ts'
import type { Form } from './outlet.ts'
import { arrayView, columnsView } from './row-view.ts'
import { isRowStep, type RowStep, usedBefore, type Used, writeStep } from './steps.ts'

/** How many of the first steps one loop can do: steps row by row, and one that ends it. */
export function fusible(steps: readonly Step[]): number {
  const rowSteps = steps.findIndex((step) => !isRowStep(step))
  if (rowSteps < 0) return steps.length
  return isEnding(steps[rowSteps]) ? rowSteps + 1 : rowSteps
}

/** What a loop goes over, arrays or a frame of so many columns, and what it makes. */
export interface Shape {
  readonly width?: number
  readonly form: Form
}

/** Generates one loop for steps that are fusible. */
export function generate(steps: readonly Step[], context: Context, { width, form }: Shape): (rows: Rows) => Rows {
  const code = startCode()
  const last = steps.at(-1)
  const ending = endingOf(last, code, context, form) ?? collecting(code, form)
  const rowSteps = steps.filter(isRowStep)
  const used = rowSteps.reduceRight<Used[]>((later, step) => [usedBefore(step, later[0]), ...later], [ending.used])
  const writeFrom = (index: number, write: Writer): void => {
    const step: RowStep | undefined = rowSteps[index]
    if (step) writeStep(step, write, used[index + 1], (next) => writeFrom(index + 1, next))
    else ending.write(write)
  }
  const view = width === undefined ? arrayView('r') : columnsView('rows', 'index', width, code)
  code.block('for (let index = 0; index < rows.length; index++)', () => {
    if (width === undefined) code.line('const r = rows[index]')
    code.block('row:', () => writeFrom(0, writer(code, context, view, 'break row')))
  })
  ending.finish()
  const { loop, constants } = code.finish()
  return (rows) => loop(constants, rows)
}
