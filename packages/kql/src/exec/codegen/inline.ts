import type { Call, Expression } from '../../plan/plan.ts'
import type { ScalarType } from '../../table.ts'
import { converter } from '../../values/convert.ts'
import { printer } from '../../values/print.ts'
import { isNumeric } from '../expressions.ts'
import type { Draft, Writer } from './expression.ts'

/** Writes a call in place; `undefined` where its types are not the simple ones. */
type Inline = (call: Call, write: Writer) => Draft | undefined

// A long may be a BigInt: it orders well beside a number, but does not equal one.
const comparable = (left: ScalarType, right: ScalarType): boolean =>
  left !== 'dynamic' && left !== 'decimal' && (left === right || (isNumeric(left) && isNumeric(right)))

const types = ({ args }: Call): readonly [ScalarType, ScalarType] => [
  args[0]?.type ?? 'dynamic',
  args[1]?.type ?? 'dynamic',
]

const present = (...atoms: readonly { readonly code: string; readonly nullable: boolean }[]): string =>
  atoms.map(({ code, nullable }) => (nullable ? `${code} !== null && ` : '')).join('')

const ordered =
  (operator: string): Inline =>
  (call, write) => {
    if (!comparable(...types(call))) return undefined
    const [left, right] = call.args.map((arg) => write.value(arg)) as [Draft, Draft]
    const test = `${left.code} ${operator} ${right.code}`
    const known = present(left, right)
    if (known === '') return { code: test, nullable: false }
    return { code: `${known.slice(0, -4)} ? ${test} : null`, nullable: true, truth: `${known}${test}` }
  }

const equals =
  (negated: boolean): Inline =>
  (call, write) => {
    const [leftType, rightType] = types(call)
    if (!comparable(leftType, rightType) || (leftType !== rightType && [leftType, rightType].includes('real')))
      return undefined
    const [left, right] = call.args.map((arg) => write.value(arg)) as [Draft, Draft]
    const test = `${left.code} ${negated ? '!==' : '==='} ${right.code}`
    if (leftType === 'string' || !left.nullable || !right.nullable) return { code: test, nullable: false }
    return { code: `${left.code} === null && ${right.code} === null ? null : ${test}`, nullable: true }
  }

// `and` ends at false, `or` at true; what is null so far lets the other side decide.
const junction =
  (decisive: boolean): Inline =>
  ({ args: [left, right] }, write) => {
    if (left?.type !== 'bool' || right?.type !== 'bool') return undefined
    const { code } = write
    const result = code.name()
    const first = write.value(left)
    code.line(`let ${result} = ${first.code}`)
    code.block(`if (${result} !== ${decisive})`, () => {
      const second = write.value(right)
      code.line(
        `${result} = ${second.code} === ${decisive} ? ${decisive} : ${first.nullable ? `${result} === null ? null : ` : ''}${second.code}`,
      )
    })
    return { code: result, nullable: true }
  }

const not: Inline = ({ args: [value] }, write) => {
  if (value?.type !== 'bool') return undefined
  const { code, nullable } = write.value(value)
  return nullable
    ? { code: `${code} === null ? null : !${code}`, nullable, truth: `${code} === false` }
    : { code: `!${code}`, nullable }
}

const choose: Inline = ({ args, type }, write) => {
  const { code } = write
  const result = code.name()
  code.line(`let ${result}`)
  const descend = (rest: readonly Expression[]): void => {
    const [when, value, ...others] = rest
    if (!when || !value) {
      if (when) code.line(`${result} = ${write.valueAs(when, type).code}`)
      return
    }
    const condition = write.truth(when)
    code.block(`if (${condition})`, () => code.line(`${result} = ${write.valueAs(value, type).code}`))
    code.block('else', () => descend(others))
  }
  descend(args)
  return { code: result, nullable: type !== 'string' }
}

const coalesce: Inline = ({ args, type }, write) => {
  const { code } = write
  const result = code.name()
  const empty = type === 'string' ? "''" : 'null'
  code.line(`let ${result} = ${empty}`)
  const descend = ([first, ...rest]: readonly Expression[]): void => {
    if (!first) return
    code.line(`${result} = ${write.valueAs(first, type).code}`)
    if (rest.length === 0) return code.line(`${result} ??= ${empty}`)
    code.block(`if (${result} === null || ${result} === ${empty})`, () => descend(rest))
  }
  descend(args)
  return { code: result, nullable: type !== 'string' }
}

const isNull =
  (negated: boolean): Inline =>
  ({ args: [value] }, write) =>
    value && { code: `${write.value(value).code} ${negated ? '!==' : '==='} null`, nullable: false }

const isEmptyText =
  (negated: boolean): Inline =>
  ({ args: [value] }, write) =>
    value?.type === 'string'
      ? { code: `${write.value(value).code} ${negated ? '!==' : '==='} ''`, nullable: false }
      : undefined

const toText: Inline = ({ args: [value] }, write) => {
  if (value?.type === 'string') return write.value(value)
  if (value?.type !== 'dynamic') return undefined
  const { code } = write.value(value)
  return {
    code: `typeof ${code} === 'string' ? ${code} : ${write.code.capture(printer('dynamic'))}(${code})`,
    nullable: false,
  }
}

const toReal: Inline = ({ args: [value] }, write) => {
  if (value?.type === 'real') return write.value(value)
  if (value?.type !== 'dynamic') return undefined
  const { code } = write.value(value)
  return {
    code: `typeof ${code} === 'number' ? ${code} : ${write.code.capture(converter('dynamic', 'real'))}(${code})`,
    nullable: true,
  }
}

const arithmetic =
  (operator: string): Inline =>
  (call, write) => {
    if (call.type !== 'real' || !types(call).every((type) => type === 'real' || type === 'int')) return undefined
    const [left, right] = call.args.map((arg) => write.value(arg)) as [Draft, Draft]
    const result = `${left.code} ${operator} ${right.code}`
    const known = present(left, right)
    return known === ''
      ? { code: result, nullable: false }
      : { code: `${known.slice(0, -4)} ? ${result} : null`, nullable: true }
  }

/** The calls that are written in place: each does what its function or control flow does for these types, step by step. */
export const inlined: Readonly<Record<string, Inline>> = {
  and: junction(false),
  or: junction(true),
  not,
  iff: choose,
  iif: choose,
  case: choose,
  coalesce,
  '==': equals(false),
  '!=': equals(true),
  '<': ordered('<'),
  '<=': ordered('<='),
  '>': ordered('>'),
  '>=': ordered('>='),
  '+': arithmetic('+'),
  '-': arithmetic('-'),
  '*': arithmetic('*'),
  '/': arithmetic('/'),
  isnull: isNull(false),
  isnotnull: isNull(true),
  isempty: isEmptyText(false),
  isnotempty: isEmptyText(true),
  tostring: toText,
  todouble: toReal,
  toreal: toReal,
}
