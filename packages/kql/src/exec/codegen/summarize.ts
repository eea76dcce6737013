import type { Step } from '../../plan/plan.ts'
import type { Context } from '../context.ts'
import { columnsIn } from '../used-slots.ts'
import { listed } from './aggregates.ts'
import type { Code } from './code.ts'
import type { Ending } from './endings.ts'
import { groupsOf } from './groups.ts'
import { type Form, outlet } from './outlet.ts'

/** Ends a loop with groups: lists hold their keys and the parts of their aggregates. */
export function summarizeEnding(
  { keys, aggregates }: Extract<Step, { verb: 'summarize' }>,
  code: Code,
  context: Context,
  form: Form,
): Ending {
  const made = listed(aggregates, '[group]', code, context)
  const groups = groupsOf(keys, made.lists, code)
  const out = outlet(form, code)
  return {
    used: columnsIn([keys, aggregates]),
    write(write) {
      groups.enter(write)
      made.step(write)
    },
    finish() {
      if (keys.length === 0) groups.begin()
      // The lists of the keys are columns of the frame as they are.
      const [columns, copied] = form === 'frame' ? [groups.keys, []] : [[], groups.keys]
      code.block('for (let group = 0; group < groups; group++)', () =>
        out.push([...copied.map((list) => `${list}[group]`), ...made.cells()]),
      )
      out.finish(columns)
    },
  }
}
