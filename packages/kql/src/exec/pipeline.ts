import type { Pipeline, Step } from '../plan/plan.ts'
import { fusible, generate } from './codegen/generate.ts'
import type { Form } from './codegen/outlet.ts'
import type { Context, Row } from './context.ts'
import { arraysOf, isFrame, type Rows } from './frame.ts'
import { operatorOf } from './operators/index.ts'
import { readSource } from './source.ts'
import { usedSlots } from './used-slots.ts'

/** A pipeline made ready once to run many times: over the rows given, if it is a sub-query, else over its own source. */
export type Prepared = (input: readonly Row[]) => readonly Row[]

/** Makes a pipeline ready to run. */
export function prepare(pipeline: Pipeline, context: Context): Prepared {
  const run = prepareAs('rows', pipeline, context)
  return (input) => arraysOf(run(input))
}

/** The rows of a pipeline. */
export const runPipeline = (pipeline: Pipeline, context: Context): readonly Row[] => prepare(pipeline, context)([])

/** Makes a pipeline ready to run whose rows are wanted in a form, for a reader that takes either. */
export function prepareAs(form: Form, { source, steps }: Pipeline, context: Context): (input: readonly Row[]) => Rows {
  const stages = stagesOf(steps, context, form)
  const read = readSource(source, context, () => usedSlots(steps))
  return (input) => stages.reduce((rows, run) => run(rows), read(input))
}

type Stage = (rows: Rows) => Rows

function stagesOf(steps: readonly Step[], context: Context, form: Form): readonly Stage[] {
  const stages: Stage[] = []
  for (let index = 0; index < steps.length;) {
    const next = index + Math.max(1, fusible(steps.slice(index)))
    const isRead = next < steps.length ? fusible(steps.slice(next)) > 0 : form === 'frame'
    stages.push(stage(steps.slice(index, next), context, isRead ? 'frame' : 'rows'))
    index = next
  }
  return stages
}

// Many rows are worth a loop of their own; the closures are ready in any case, and refuse what is not supported.
function stage(steps: readonly Step[], context: Context, form: Form): Stage {
  const transforms = steps.map((step) => operatorOf(step, context))
  const closures: Stage = (rows) => transforms.reduce((current, transform) => transform(current), arraysOf(rows))
  if (fusible(steps) === 0) return closures
  const overArrays = once(() => generate(steps, context, { form }))
  return (rows) => {
    if (rows.length < context.generateFrom) return closures(rows)
    return isFrame(rows) ? generate(steps, context, { form, width: rows.width })(rows) : overArrays()(rows)
  }
}

const once = (make: () => Stage): (() => Stage) => {
  let made: Stage | undefined
  return () => (made ??= make())
}
