import type { Step } from '../../plan/plan.ts'
import type { Context } from '../context.ts'
import type { Code } from './code.ts'
import type { Writer } from './expression.ts'
import type { Used } from './steps.ts'
import { summarizeEnding } from './summarize.ts'
import { topEnding } from './top.ts'

/** How a loop ends: what it reads of a row, what it does with it, and what it returns in the end. */
export interface Ending {
  readonly used: Used
  write(write: Writer): void
  finish(): string
}

/** Collects the rows. */
export function collecting(code: Code): Ending {
  code.before('const out = []')
  return {
    used: undefined,
    write: (write) => code.line(`out.push(${write.row.whole(write)})`),
    finish: () => 'return out',
  }
}

/** The ending that does a step, if there is one. */
export function endingOf(step: Step | undefined, code: Code, context: Context): Ending | undefined {
  switch (step?.verb) {
    case 'count':
      code.before('let count = 0')
      return { used: new Set(), write: () => code.line('count += 1'), finish: () => 'return [[count]]' }
    case 'summarize':
      return summarizeEnding(step, code, context)
    case 'top':
      return topEnding(step, code, context)
    default:
      return undefined
  }
}
