import type { Pipeline, Step } from '../plan/plan.ts'
import { fusible, generate } from './codegen/generate.ts'
import { prefersColumns } from './columns.ts'
import type { Context, Row } from './context.ts'
import { operatorOf } from './operators/index.ts'
import type { Transform } from './operators/operator.ts'
import { readSource } from './source.ts'
import { usedSlots } from './used-slots.ts'

/** A pipeline made ready once to run many times: over the rows given, if it is a sub-query, else over its own source. */
export type Prepared = (input: readonly Row[]) => readonly Row[]

/** Makes a pipeline ready to run. */
export function prepare({ source, steps }: Pipeline, context: Context): Prepared {
  const transform = transformOf(steps, context)
  const read = readSource(source, context, usedSlots(steps))
  return (input) => transform(read(input))
}

/** The rows of a pipeline. */
export const runPipeline = (pipeline: Pipeline, context: Context): readonly Row[] => prepare(pipeline, context)([])

function transformOf(steps: readonly Step[], context: Context): Transform {
  const stages: Transform[] = []
  for (let index = 0; index < steps.length;) {
    const count = Math.max(1, fusible(steps.slice(index)))
    stages.push(stage(steps.slice(index, index + count), context))
    index += count
  }
  return chained(stages)
}

// Many rows are worth a loop of their own; the closures are ready in any case, and refuse what is not supported.
function stage(steps: readonly Step[], context: Context): Transform {
  const closures = chained(steps.map((step) => operatorOf(step, context)))
  if (fusible(steps) === 0) return closures
  const fromRows = once(() => generate(steps, context, false))
  const fromColumns = once(() => generate(steps, context, true))
  return (rows) => {
    if (rows.length < context.generateFrom) return closures(rows)
    return (prefersColumns(rows) ? fromColumns() : fromRows())(rows)
  }
}

const once = (make: () => Transform): (() => Transform) => {
  let made: Transform | undefined
  return () => (made ??= make())
}

const chained =
  (transforms: readonly Transform[]): Transform =>
  (rows) =>
    transforms.reduce<readonly Row[]>((current, transform) => transform(current), rows)
