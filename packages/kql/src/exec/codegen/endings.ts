import type { Step } from '../../plan/plan.ts'
import type { Context } from '../context.ts'
import type { Code } from './code.ts'
import type { Writer } from './expression.ts'
import { hasKnownBins, makeSeriesEnding } from './make-series.ts'
import { type Form, type Outlet, outlet } from './outlet.ts'
import type { Used } from './steps.ts'
import { summarizeEnding } from './summarize.ts'
import { topEnding } from './top.ts'

/** How a loop ends: what it reads of a row, what it does with it, and what it returns in the end. */
export interface Ending {
  readonly used: Used
  write(write: Writer): void
  finish(): void
}

/** Collects the rows; those that are there as arrays leave as they came. */
export function collecting(code: Code, form: Form): Ending {
  let out: Outlet
  return {
    used: undefined,
    write(write) {
      const { cells, whole } = write.row
      out = outlet(cells ? form : 'rows', code)
      if (cells) out.push(cells(write))
      else code.line(`out.push(${whole(write)})`)
    },
    finish: () => out.finish(),
  }
}

/** Whether there is an ending that does a step. */
export const isEnding = (step: Step | undefined): boolean =>
  step?.verb === 'count' ||
  step?.verb === 'summarize' ||
  step?.verb === 'top' ||
  (step?.verb === 'make-series' && hasKnownBins(step))

/** The ending that does a step, if there is one. */
export function endingOf(step: Step | undefined, code: Code, context: Context, form: Form): Ending | undefined {
  switch (step?.verb) {
    case 'count':
      code.before('let count = 0')
      return { used: new Set(), write: () => code.line('count += 1'), finish: () => code.line('return [[count]]') }
    case 'summarize':
      return summarizeEnding(step, code, context, form)
    case 'top':
      return topEnding(step, code, context)
    case 'make-series':
      return makeSeriesEnding(step, code, context)
    default:
      return undefined
  }
}
