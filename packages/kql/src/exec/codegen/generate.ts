import type { Step } from '../../plan/plan.ts'
import { columnOf } from '../columns.ts'
import type { Context, Row } from '../context.ts'
import { columnsIn } from '../used-slots.ts'
import { type Code, indexText, startCode } from './code.ts'
import { collecting, endingOf } from './endings.ts'
import { type Writer, writer } from './expression.ts'
import { arrayView, columnCells, mixedView, type RowView } from './row-view.ts'
import { isRowStep, type RowStep, usedBefore, type Used, writeStep } from './steps.ts'

/** How many of the first steps one loop can do: steps row by row, and one that ends it. */
export function fusible(steps: readonly Step[]): number {
  const rowSteps = steps.findIndex((step) => !isRowStep(step))
  if (rowSteps < 0) return steps.length
  return isEnding(steps[rowSteps]) ? rowSteps + 1 : rowSteps
}

const isEnding = (step: Step | undefined): boolean =>
  step?.verb === 'count' || step?.verb === 'summarize' || step?.verb === 'top'

/** Generates one loop for steps that are fusible; `fromColumns` says that it reads the columns of rows that stay. */
export function generate(
  steps: readonly Step[],
  context: Context,
  fromColumns: boolean,
): (rows: readonly Row[]) => readonly Row[] {
  const code = startCode()
  const last = steps.at(-1)
  const ending = endingOf(last, code, context) ?? collecting(code)
  const rowSteps = steps.filter(isRowStep)
  const used = rowSteps.reduceRight<Used[]>((later, step) => [usedBefore(step, later[0]), ...later], [ending.used])
  const writeFrom = (index: number, write: Writer): void => {
    const step: RowStep | undefined = rowSteps[index]
    if (step) writeStep(step, write, used[index + 1], (next) => writeFrom(index + 1, next))
    else ending.write(write)
  }
  const row = arrayView('r')
  const view = fromColumns ? mixedView(row, used[0] ?? columnsIn(steps), columnsOf(code)) : row
  code.block('for (let index = 0; index < rows.length; index++)', () => {
    code.line('const r = rows[index]')
    code.block('row:', () => writeFrom(0, writer(code, context, view, 'break row')))
  })
  const { loop, constants } = code.finish((before, lines) => `${before}\n${lines}\n${ending.finish()}`)
  return (rows) => loop(constants, rows)
}

const columnsOf = (code: Code): RowView['cell'] =>
  columnCells((slot) => `${code.capture(columnOf)}(rows, ${indexText(slot)})`, 'index', code)
