import type { Call, Expression } from '../plan/plan.ts'
import type { Context } from './context.ts'
import { type Reader, reader, readerAs } from './expressions.ts'
import { packAll } from './pack-all.ts'

/** Makes the reader of a call that decides which of its arguments it reads. */
export type ControlFlow = (call: Call, context: Context) => Reader

const and: ControlFlow = (call, context) => {
  const [left, right] = pair(call, context)
  return (row) => {
    const first = left(row)
    if (first === false) return false
    const second = right(row)
    if (second === false) return false
    return first === null || second === null ? null : true
  }
}

const or: ControlFlow = (call, context) => {
  const [left, right] = pair(call, context)
  return (row) => {
    const first = left(row)
    if (first === true) return true
    const second = right(row)
    if (second === true) return true
    return first === null || second === null ? null : false
  }
}

const not: ControlFlow = (call, context) => {
  const [value] = pair(call, context)
  return (row) => {
    const cell = value(row)
    return cell === null ? null : !cell
  }
}

function pair({ args }: Call, context: Context): readonly [Reader, Reader] {
  const [left, right] = args.map((arg) => readerAs(arg, 'bool', context))
  const missing: Reader = () => null
  return [left ?? missing, right ?? missing]
}

// `case(when, followedBy, when, followedBy, …, else)`; `iff` is its shortest form. A condition that is null is not true.
const choose: ControlFlow = ({ args, type }, context) => {
  const fallback = readerAs(args.at(-1) as Expression, type, context)
  const branches = Array.from({ length: (args.length - 1) / 2 }, (_, index) => ({
    when: reader(args[2 * index] as Expression, context),
    value: readerAs(args[2 * index + 1] as Expression, type, context),
  }))
  const [only, second] = branches
  if (only && !second) return (row) => (only.when(row) === true ? only.value(row) : fallback(row))
  return (row) => {
    for (const { when, value } of branches) if (when(row) === true) return value(row)
    return fallback(row)
  }
}

const coalesce: ControlFlow = ({ args, type }, context) => {
  const candidates = args.map((arg) => readerAs(arg, type, context))
  const empty = type === 'string' ? '' : null
  return (row) => {
    for (const read of candidates) {
      const cell = read(row)
      if (cell !== null && cell !== empty) return cell
    }
    return empty
  }
}

/** The calls that do not read all their arguments. */
export const controlFlow: Readonly<Record<string, ControlFlow>> = {
  and,
  or,
  not,
  iff: choose,
  iif: choose,
  case: choose,
  coalesce,
  pack_all: packAll,
}
