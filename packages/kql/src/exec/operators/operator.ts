import type { Step } from '../../plan/plan.ts'
import type { Context, Row } from '../context.ts'

/** Makes rows of rows. */
export type Transform = (rows: readonly Row[]) => readonly Row[]

/** Makes a step ready to run. */
export type Operator<Verb extends Step['verb']> = (step: Extract<Step, { verb: Verb }>, context: Context) => Transform
