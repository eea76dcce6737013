import type { Expression } from '../plan/plan.ts'
import type { Context } from './context.ts'
import { compile, type Reader, reader } from './expressions.ts'

type Member = Extract<Expression, { kind: 'member' }>
type Walk = (value: unknown) => unknown

/** The reader of a path into a dynamic value; what is not there is null. */
export function memberReader(member: Member, context: Context): Reader {
  const base = reader(member.of, context)
  const keys = member.path.map((key) => compile(key, context))
  if (!keys.every((key) => key.constant)) {
    const readKeys = member.path.map((key) => reader(key, context))
    return (row) => readKeys.reduce((value, key) => memberOf(value, key(row)), base(row))
  }
  const walks = keys.map(({ value }) => walkTo(value))
  const [first, second, third] = walks
  if (first && !second) return (row) => first(base(row))
  if (first && second && !third) return (row) => second(first(base(row)))
  return (row) => {
    let value = base(row)
    for (const walk of walks) value = walk(value)
    return value
  }
}

/** Whether a key is a property name that no object inherits, so that nobody need ask who owns it. */
export const isOwnKey = (key: unknown): key is string => typeof key === 'string' && !(key in Object.prototype)

function walkTo(key: unknown): Walk {
  if (!isOwnKey(key)) return (value) => memberOf(value, key)
  return (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? ((value as Record<string, unknown>)[key] ?? null)
      : null
}

/** A bag's property or an array's element; a negative index counts from the end. */
export function memberOf(value: unknown, key: unknown): unknown {
  if (typeof value !== 'object' || value === null) return null
  if (Array.isArray(value)) return typeof key === 'number' ? (value.at(key) ?? null) : null
  return typeof key === 'string' && Object.hasOwn(value, key) ? ((value as Record<string, unknown>)[key] ?? null) : null
}
