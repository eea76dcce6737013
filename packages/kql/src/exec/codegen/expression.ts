import type { Call, Expression } from '../../plan/plan.ts'
import type { ScalarType } from '../../table.ts'
import { converter } from '../../values/convert.ts'
import type { Context } from '../context.ts'
import { compile, isNumeric, reader, siteOf } from '../expressions.ts'
import { functions } from '../functions/index.ts'
import { controlFlow } from '../control-flow.ts'
import { isOwnKey, memberOf } from '../member.ts'
import { type Atom, type Code, indexText } from './code.ts'
import { inlined } from './inline.ts'
import type { RowView } from './row-view.ts'

/** An expression of JavaScript to be used once; `truth` says in fewer steps whether it is true. */
export interface Draft extends Atom {
  readonly truth?: string
}

/** Writes expressions over the row at hand. */
export interface Writer {
  readonly code: Code
  readonly context: Context
  /** The cells of the row at hand. */
  readonly row: RowView
  /** The statement that gives the row up. */
  readonly skip: string
  value(expression: Expression): Atom
  /** The value converted to a type, as `readerAs` does it. */
  valueAs(expression: Expression, type: ScalarType): Atom
  /** A condition in JavaScript: whether the value is true, and not false or null. */
  truth(expression: Expression): string
  /** The name of a new local with this value. */
  readonly local: (draft: Draft) => Atom
}

/** Writes over a row. */
export function writer(code: Code, context: Context, row: RowView, skip: string): Writer {
  const local = ({ code: text, nullable }: Draft): Atom => {
    const name = code.name()
    code.line(`const ${name} = ${text}`)
    return { code: name, nullable }
  }
  const isAtom = (text: string): boolean => /^\w+$/.test(text)
  const value = (expression: Expression): Atom => {
    const made = draft(expression, self)
    return isAtom(made.code) ? made : local(made)
  }
  const self: Writer = {
    code,
    context,
    row,
    skip,
    local,
    value,
    valueAs(expression, type) {
      const own = value(expression)
      if (expression.type === type || (isNumeric(expression.type) && isNumeric(type))) return own
      return local({
        code: `${code.capture(converter(expression.type, type))}(${own.code})`,
        nullable: type !== 'string',
      })
    },
    truth(expression) {
      const made = draft(expression, self)
      return made.truth ?? (made.nullable ? `${made.code} === true` : made.code)
    },
  }
  return self
}

function draft(expression: Expression, write: Writer): Draft {
  switch (expression.kind) {
    case 'column':
      return write.row.cell(expression.slot, expression.type).read(write)
    case 'call': {
      const compiled = compile(expression, write.context)
      return compiled.constant ? constant(compiled.value, write) : callOf(expression, write)
    }
    case 'member':
      return member(expression, write)
    case 'item':
      return { code: `${write.value(expression.of).code}[${indexText(expression.index)}]`, nullable: true }
    case 'literal':
    case 'variable':
    case 'toscalar':
    case 'toarray': {
      const compiled = compile(expression, write.context)
      return constant(compiled.constant ? compiled.value : null, write)
    }
  }
}

function constant(value: unknown, { code }: Writer): Draft {
  if (value === null || typeof value === 'boolean') return { code: String(value), nullable: value === null }
  return { code: code.capture(value), nullable: false }
}

function callOf(call: Call, write: Writer): Draft {
  const written = inlined[call.name]?.(call, write)
  if (written) return written
  const { code, context, row } = write
  // What decides itself which arguments it reads gets the row as it is.
  if (controlFlow[call.name])
    return { code: `${code.capture(reader(call, context))}(${row.whole(write)})`, nullable: true }
  const args = call.args.map((arg) => compile(arg, context))
  const run = functions[call.name]?.(siteOf(call, args, context))
  const values = call.args.map((arg) => write.value(arg).code)
  return { code: `${code.capture(run)}(${values.join()})`, nullable: true }
}

function member({ of, path }: Extract<Expression, { kind: 'member' }>, write: Writer): Atom {
  const { code } = write
  return path.reduce((base, key): Atom => {
    const name = write.value(key)
    const compiled = compile(key, write.context)
    const plain = compiled.constant && isOwnKey(compiled.value)
    return code.known(`${base.code}.${name.code}`, () =>
      write.local({
        code: plain
          ? `typeof ${base.code} === 'object' && ${base.code} !== null && !Array.isArray(${base.code}) ? ${base.code}[${name.code}] ?? null : null`
          : `${code.capture(memberOf)}(${base.code}, ${name.code})`,
        nullable: true,
      }),
    )
  }, write.value(of))
}
