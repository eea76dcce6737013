import type { Entry, Expression, Loop } from '../bicep/expression.ts'
import { at, member } from './access.ts'
import { Fault, Refused } from './fault.ts'
import { functions, type Surroundings, textOf } from './functions.ts'
import {
  type Bag,
  type DeployedResource,
  isBag,
  isHandle,
  isList,
  isUnknown,
  resource,
  runtime,
  type Value,
} from './value.ts'

/** What an expression sees. */
export interface View extends Surroundings {
  readonly file: string
  /** Throws Fault for a name that is not declared. */
  readonly lookUp: (name: string, line: number) => Value
  /** The resource within a resource. */
  readonly childOf: (parent: DeployedResource, name: string, line: number) => Value
  /** Told of each property that is read off a resource. */
  readonly onRead: (of: DeployedResource, path: readonly string[], line: number) => void
}

const lines = new WeakMap<object, number>()

/** The line on which an object was written, if it was. */
export const lineOfBag = (object: object): number | undefined => lines.get(object)

/** The value of an expression; what only the service knows becomes a text `‹…›`. Throws Fault and Refused. */
export function evaluate(expression: Expression, view: View): Value {
  const value = reach(expression, view)
  if (!isHandle(value) || value.is !== runtime) return value
  view.onRead(value.of, value.path, expression.line)
  return `‹${value.of.symbol}.${value.path.join('.')}›`
}

function reach(expression: Expression, view: View): Value {
  const { line } = expression
  switch (expression.kind) {
    case 'literal':
      return expression.value
    case 'text':
      return expression.parts.map((part) => (typeof part === 'string' ? part : text(part, view))).join('')
    case 'name':
      return view.lookUp(expression.name, line)
    case 'object':
      return bag(expression.entries, line, view)
    case 'array':
      return expression.items.map((item) => evaluate(item, view))
    case 'loop':
      return around(expression, view, (within) => evaluate(expression.body, within))
    case 'call':
      return called(expression.name, expression.args, line, view)
    case 'member':
      return member(reach(expression.target, view), expression.name, { file: view.file, line })
    case 'index':
      return at(evaluate(expression.target, view), evaluate(expression.index, view), { file: view.file, line })
    case 'child': {
      const parent = evaluate(expression.target, view)
      if (isHandle(parent) && parent.is === resource) return view.childOf(parent.deployed, expression.name, line)
      throw new Fault(view.file, line, `'::${expression.name}' follows no resource`)
    }
    case 'unary':
      if (expression.operator === '!') return !truth(expression.argument, view)
      throw new Fault(view.file, line, `'${expression.operator}' is not known to this checker`)
    case 'binary':
      return binary(expression, view)
    case 'choice':
      return evaluate(truth(expression.condition, view) ? expression.yes : expression.no, view)
  }
}

/** Whether a condition holds. Throws Fault if it is no bool. */
export function truth(condition: Expression, view: View): boolean {
  const value = evaluate(condition, view)
  if (typeof value === 'boolean') return value
  throw new Fault(view.file, condition.line, 'A condition must be a bool')
}

/** Runs through a loop; passes whose condition does not hold give nothing. */
export function around(
  loop: Loop & { readonly line: number },
  view: View,
  each: (within: View) => Value,
): readonly Value[] {
  const list = evaluate(loop.list, view)
  if (!isList(list)) throw new Fault(view.file, loop.line, 'A loop runs through an array')
  return list.flatMap((item, index) => {
    const locals = new Map<string, Value>([[loop.item, item], ...(loop.index ? [[loop.index, index] as const] : [])])
    const within = { ...view, lookUp: (name: string, line: number) => locals.get(name) ?? view.lookUp(name, line) }
    return loop.condition && !truth(loop.condition, within) ? [] : [each(within)]
  })
}

function text(part: Expression, view: View): string {
  try {
    return textOf(evaluate(part, view))
  } catch (error) {
    throw placed(error, part.line, view)
  }
}

function bag(entries: readonly Entry[], line: number, view: View): Bag {
  const made: Record<string, Value> = {}
  for (const { key, value } of entries) made[text(key, view)] = evaluate(value, view)
  lines.set(made, line)
  return made
}

function called(name: string, args: readonly Expression[], line: number, view: View): Value {
  const run = functions.get(name)
  if (!run) throw new Fault(view.file, line, `There is no function '${name}' that this checker knows`)
  const values = args.map((arg) => evaluate(arg, view))
  try {
    return run(values, view)
  } catch (error) {
    throw placed(error, line, view)
  }
}

function binary({ operator, left, right, line }: Expression & { kind: 'binary' }, view: View): Value {
  switch (operator) {
    case '&&':
      return truth(left, view) && truth(right, view)
    case '||':
      return truth(left, view) || truth(right, view)
    case '==':
      return isEqual(left, right, view)
    case '!=':
      return !isEqual(left, right, view)
    default:
      throw new Fault(view.file, line, `'${operator}' is not known to this checker`)
  }
}

function isEqual(left: Expression, right: Expression, view: View): boolean {
  const values = [evaluate(left, view), evaluate(right, view)]
  const isPlain = values.every((value) => !isUnknown(value) && !isBag(value) && !isList(value) && !isHandle(value))
  if (isPlain) return values[0] === values[1]
  throw new Fault(view.file, left.line, 'Only plain values that are known before the deployment can be compared here')
}

const placed = (error: unknown, line: number, view: View): unknown =>
  error instanceof Fault || error instanceof Refused ? error : new Fault(view.file, line, messageOf(error))

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
