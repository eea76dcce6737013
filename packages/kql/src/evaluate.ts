import { bind } from './bind.ts'
import { type Dialect, rulesOf } from './dialects/dialect.ts'
import { invalidQuery } from './errors.ts'
import { run, type RunOptions } from './exec/run.ts'
import { findOpenPart, mayBeOpen } from './open-schema.ts'
import { guarded } from './guard.ts'
import type { Plan } from './plan/plan.ts'
import { lowerQuery } from './plan/statements.ts'
import { recent } from './recent.ts'
import type { Schema, Table } from './table.ts'

/** How a query is evaluated. */
export interface EvaluateOptions extends RunOptions {
  /** The columns of tables that are given as functions, so that a query binds without making them. */
  readonly schema?: Schema
  readonly dialect?: Dialect
}

/** Turns a query into a plan. Throws `KqlError` for a query with errors, `UnsupportedKql` for what the engine lacks. */
export function compile(text: string, schema: Schema, dialect: Dialect = 'kusto'): Plan {
  return guarded(() => {
    const { root, tableNames, diagnostics } = bind(text, schema, dialect)
    const errors = diagnostics.filter(({ severity }) => severity === 'error')
    if (errors.length > 0) throw invalidQuery(text, errors)
    const { expandLimit } = rulesOf(dialect)
    return lowerQuery(root, { tableNames, ...(expandLimit !== undefined && { expandLimit }) })
  })
}

const plans = recent<Plan>(64)

// Nobody else holds these plans, so that nobody can change one.
function planOf(text: string, schema: Schema, dialect: Dialect = 'kusto'): Plan {
  return plans(JSON.stringify([text, dialect, schema]), () => compile(text, schema, dialect))
}

/** Answers a query over tables: `run(compile(text))`. The plans of the last texts are kept. */
export function evaluate(text: string, options: EvaluateOptions = {}): Table {
  const open = mayBeOpen(text) ? findOpenPart(text, schemaOf(options), options.dialect ?? 'kusto') : undefined
  if (!open) return run(planOf(text, schemaOf(options), options.dialect), options)
  // Both halves are one query with one `now()`.
  const now = options.now ?? new Date()
  const table = evaluate(open.query, { ...options, now })
  return evaluate(open.rest, {
    ...options,
    now,
    tables: { ...options.tables, [open.table]: table },
    schema: { ...options.schema, [open.table]: table.columns },
  })
}

function schemaOf({ tables = {}, schema = {} }: EvaluateOptions): Schema {
  const given = Object.entries(tables).filter(([name]) => !Object.hasOwn(schema, name))
  const columns = given.map(([name, table]) => [name, (typeof table === 'function' ? table() : table).columns] as const)
  return { ...Object.fromEntries(columns), ...schema }
}
