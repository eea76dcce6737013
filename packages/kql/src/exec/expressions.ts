import { UnsupportedKql } from '../errors.ts'
import type { Call, Expression } from '../plan/plan.ts'
import type { ScalarType } from '../table.ts'
import { converter } from '../values/convert.ts'
import { intoDynamic } from '../values/dynamic.ts'
import type { CallSite } from './call.ts'
import type { Context, Row } from './context.ts'
import { controlFlow } from './control-flow.ts'
import { functions } from './functions/index.ts'
import { memberReader } from './member.ts'

/** Computes a cell from a row. */
export type Reader = (row: Row) => unknown

/** An expression made ready to run: a value that no row changes, or a reader. */
export type Compiled =
  | { readonly constant: true; readonly value: unknown }
  | { readonly constant: false; readonly read: Reader }

const constantly = (value: unknown): Compiled => ({ constant: true, value })
const reading = (read: Reader): Compiled => ({ constant: false, read })

/** Makes an expression ready; what depends on no row is computed here, once. */
export function compile(expression: Expression, context: Context): Compiled {
  switch (expression.kind) {
    case 'literal':
      return constantly(literalCell(expression.type, expression.value))
    case 'column': {
      const { slot } = expression
      return reading((row) => row[slot])
    }
    case 'variable':
      return constantly(context.variable(expression.name))
    case 'call':
      return compileCall(expression, context)
    case 'member':
      return folded(expression, memberReader(expression, context))
    case 'item': {
      const { index } = expression
      const read = reader(expression.of, context)
      return folded(expression, (row) => (read(row) as readonly unknown[])[index])
    }
    case 'toscalar':
      return constantly(firstCell(context.rows(expression.query), expression.type))
    case 'toarray': {
      const print = intoDynamic(expression.query.columns[0]?.type ?? 'dynamic')
      return constantly(context.rows(expression.query).map(([cell]) => print(cell)))
    }
  }
}

/** The reader of an expression. */
export function reader(expression: Expression, context: Context): Reader {
  const compiled = compile(expression, context)
  if (!compiled.constant) return compiled.read
  const { value } = compiled
  return () => value
}

/** The readers of a list of expressions. */
export const readers = (expressions: readonly Expression[], context: Context): Reader[] =>
  expressions.map((expression) => reader(expression, context))

/** The value of an expression that reads no row. */
export function constantOf(expression: Expression, context: Context): unknown {
  const compiled = compile(expression, context)
  return compiled.constant ? compiled.value : compiled.read([])
}

/** A reader whose cells are of a type, converted from the expression's own where they differ. */
export function readerAs(expression: Expression, type: ScalarType, context: Context): Reader {
  const read = reader(expression, context)
  if (expression.type === type || (isNumeric(expression.type) && isNumeric(type))) return read
  const convert = converter(expression.type, type)
  return (row) => convert(read(row))
}

/** Whether cells of a type are numbers, or BigInts beyond 2^53. */
export const isNumeric = (type: ScalarType): boolean => type === 'int' || type === 'long' || type === 'real'

function literalCell(type: ScalarType, value: unknown): unknown {
  if (typeof value !== 'string') return value
  if (type === 'long' || type === 'decimal') return BigInt(value)
  return type === 'real' ? Number(value) : value
}

const firstCell = ([first]: readonly Row[], type: ScalarType): unknown => first?.[0] ?? (type === 'string' ? '' : null)

const unstable: ReadonlySet<string> = new Set(['rand', 'new_guid'])

function compileCall(call: Call, context: Context): Compiled {
  const control = controlFlow[call.name]
  if (control) return folded(call, control(call, context))
  const args = call.args.map((arg) => compile(arg, context))
  const make = functions[call.name]
  if (!make) throw new UnsupportedKql(`the function ${call.name}`, call.at)
  const run = make(siteOf(call, args, context)) as (...cells: unknown[]) => unknown
  const read = spread(run, args)
  return folded(call, read)
}

/** All that is known of a call before the first row. */
export const siteOf = (call: Omit<Call, 'kind'>, args: readonly Compiled[], { now }: Context): CallSite => ({
  name: call.name,
  types: call.args.map(({ type }) => type),
  result: call.type,
  constants: args.map((arg) => (arg.constant ? arg.value : undefined)),
  now,
  at: call.at,
})

// A value that no row changes is computed once.
const folded = (expression: Expression, read: Reader): Compiled =>
  isConstant(expression) ? constantly(read([])) : reading(read)

/** Whether no row changes an expression's value. */
function isConstant(expression: Expression): boolean {
  switch (expression.kind) {
    case 'column':
      return false
    case 'call':
      return !unstable.has(expression.name) && expression.args.every(isConstant)
    case 'member':
      return isConstant(expression.of) && expression.path.every(isConstant)
    case 'item':
      return isConstant(expression.of)
    case 'literal':
    case 'variable':
    case 'toscalar':
    case 'toarray':
      return true
  }
}

const readOf = (compiled: Compiled): Reader => {
  if (!compiled.constant) return compiled.read
  const { value } = compiled
  return () => value
}

// One closure per number of arguments: a spread call costs an array per row.
function spread(run: (...cells: unknown[]) => unknown, args: readonly Compiled[]): Reader {
  const [first, second, third] = args.map(readOf)
  if (!first) return () => run()
  if (!second) return (row) => run(first(row))
  if (!third) return binary(run, first, second, args[1])
  if (args.length === 3) return (row) => run(first(row), second(row), third(row))
  const all = args.map(readOf)
  return (row) => run(...all.map((read) => read(row)))
}

function binary(
  run: (...cells: unknown[]) => unknown,
  first: Reader,
  second: Reader,
  right: Compiled | undefined,
): Reader {
  if (!right?.constant) return (row) => run(first(row), second(row))
  const { value } = right
  return (row) => run(first(row), value)
}
