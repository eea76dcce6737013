import { KqlError, UnsupportedKql } from '../errors.ts'
import type { Pipeline, Plan, Variable } from '../plan/plan.ts'
import type { ColumnarTable, Table } from '../table.ts'
import { fromDate } from '../values/datetime.ts'
import { readTable, writeTable } from './boundary.ts'
import { mayGenerate } from './codegen/host.ts'
import type { Context } from './context.ts'
import { constantOf } from './expressions.ts'
import type { Rows } from './frame.ts'
import { isOpen, unfold } from './open-columns.ts'
import { orderOf, pick } from './order.ts'
import { makesRows } from './ownership.ts'
import { prepareAs, runPipeline } from './pipeline.ts'
import { fromWire } from './wire.ts'

/** What a query runs over. */
export interface RunOptions {
  /** The tables by name; one given as a function is made when the query first reads it. */
  readonly tables?: Readonly<Record<string, Table | ColumnarTable | (() => Table | ColumnarTable)>>
  /** Values of `declare query_parameters`, in the wire's form. */
  readonly parameters?: Readonly<Record<string, unknown>>
  /** What `now()` answers; the clock's time unless given. */
  readonly now?: Date
  /**
   * From how many rows on a loop of JavaScript is generated for a stretch of the query; below, and where the host forbids generated
   * code, closures answer the same. 1,000 unless given; `Infinity` never generates.
   */
  readonly generateFrom?: number
}

const remember = <Key, Value>(make: (name: Key) => Value): ((name: Key) => Value) => {
  const known = new Map<Key, Value>()
  return (name) => {
    const found = known.get(name)
    if (found !== undefined) return found
    const value = make(name)
    known.set(name, value)
    return value
  }
}

/** Runs a plan. Throws `KqlError` when a parameter has no value, `UnsupportedKql` for what is known only now to be unsupported. */
export function run(plan: Plan, options: RunOptions = {}): Table {
  const { tables = {}, parameters = {}, now = new Date(), generateFrom = 1000 } = options
  const table = remember((name: string): Table | ColumnarTable => {
    const found = tables[name]
    if (!found) throw new KqlError(`no table ${name} was given`)
    return typeof found === 'function' ? found() : found
  })
  const values = parameterValues(plan.parameters, parameters)
  const context: Context = {
    now: fromDate(now),
    generateFrom: mayGenerate ? generateFrom : Number.POSITIVE_INFINITY,
    rows: remember((query: Pipeline) => runPipeline(query, context)),
    table: (name, columns, used) => readTable(table(name), columns, name, used),
    variable: remember((name: string) => {
      if (values.has(name)) return values.get(name)
      const variable = [...plan.variables, ...plan.parameters].find((candidate) => candidate.name === name)
      if (!variable?.value) throw new KqlError(`the query parameter ${name} has no value`)
      return constantOf(variable.value, context)
    }),
    view: remember((name: string): Rows => {
      const view = plan.views.find((candidate) => candidate.name === name)
      if (!view) throw new UnsupportedKql(`the name ${name}`)
      return prepareAs('frame', view.pipeline, context)([])
    }),
  }
  return answer(plan.pipeline, context)
}

function answer(pipeline: Pipeline, context: Context): Table {
  const last = pipeline.steps.at(-1)
  const before = { ...pipeline, steps: pipeline.steps.slice(0, -1) }
  if (isOpen(last)) {
    const { columns, rows } = unfold(last, runPipeline(before, context), context)
    return writeTable(columns, rows, true)
  }
  if (last?.verb !== 'sort') return writeTable(pipeline.columns, runPipeline(pipeline, context), makesRows(pipeline))
  // Rows are written before they are put in order: they lie in memory as they were made.
  const rows = runPipeline(before, context)
  const order = orderOf(rows, last.keys, context)
  const table = writeTable(pipeline.columns, rows, makesRows(before))
  return { ...table, rows: pick(table.rows, order) }
}

function parameterValues(
  declared: readonly Variable[],
  given: Readonly<Record<string, unknown>>,
): Map<string, unknown> {
  const unknown = Object.keys(given).find((name) => !declared.some((parameter) => parameter.name === name))
  if (unknown !== undefined) throw new KqlError(`the query declares no parameter ${unknown}`)
  const missing = declared.find(({ name, value }) => given[name] === undefined && !value)
  if (missing) throw new KqlError(`the query parameter ${missing.name} has no value`)
  return new Map(
    declared.flatMap(({ name, type }) =>
      given[name] === undefined ? [] : [[name, fromWire(type)(given[name])] as const],
    ),
  )
}
