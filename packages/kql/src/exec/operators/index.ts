import type { Step } from '../../plan/plan.ts'
import type { Context } from '../context.ts'
import { distinct } from './distinct.ts'
import { join } from './join.ts'
import { makeSeries } from './make-series.ts'
import { mvApply } from './mv-apply.ts'
import { mvExpand } from './mv-expand.ts'
import type { Operator, Transform } from './operator.ts'
import { parseKv } from './parse-kv.ts'
import { parse } from './parse.ts'
import { partition } from './partition.ts'
import { extend, project } from './project.ts'
import { sample } from './sample.ts'
import { scan } from './scan.ts'
import { sort, take, top } from './sort.ts'
import { summarize } from './summarize.ts'
import { topNested } from './top-nested.ts'
import { unfold } from './unfold.ts'
import { where } from './where.ts'
import { window } from './window.ts'

const operators: { readonly [Verb in Step['verb']]: Operator<Verb> } = {
  where,
  project,
  extend,
  window,
  serialize: () => (rows) => rows,
  sort,
  top,
  take,
  sample,
  count: () => (rows) => [[rows.length]],
  distinct,
  summarize,
  join,
  'mv-expand': mvExpand,
  'mv-apply': mvApply,
  parse,
  'parse-kv': parseKv,
  'make-series': makeSeries,
  partition,
  'top-nested': topNested,
  scan,
  bag_unpack: unfold,
  pivot: unfold,
}

/** Makes a step ready to run. */
export function operatorOf(step: Step, context: Context): Transform {
  const operator = operators[step.verb] as (step: Step, context: Context) => Transform
  return operator(step, context)
}
