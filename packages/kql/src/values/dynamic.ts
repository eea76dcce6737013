import { UnsupportedKql } from '../errors.ts'
import type { ScalarType } from '../table.ts'
import { printDatetime } from './datetime.ts'
import { type Long, parseLong } from './long.ts'
import { printTimespan } from './timespan.ts'

/** A property bag. */
export type Bag = Readonly<Record<string, unknown>>

/** Whether a dynamic value is a property bag. */
export const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An empty bag that takes any key, `__proto__` included, in the order given. */
export const bagOf = (entries: Iterable<readonly [string, unknown]>): Bag => Object.fromEntries(entries)

const quoted = (value: unknown): string => JSON.stringify(value)

const toJson = (value: unknown, keys: (bag: Bag) => string[]): string => {
  if (typeof value === 'bigint') return String(value)
  if (Array.isArray(value)) return `[${value.map((item) => toJson(item, keys)).join(',')}]`
  if (!isBag(value)) return quoted(value)
  return `{${keys(value)
    .map((key) => `${quoted(key)}:${toJson(value[key], keys)}`)
    .join(',')}}`
}

/** A dynamic value as compact JSON, keys in their own order. */
export const stringify = (value: unknown): string => toJson(value, Object.keys)

/** A text that two dynamic values share exactly when they are equal: JSON with sorted keys. */
export const canonical = (value: unknown): string => toJson(value, (bag) => Object.keys(bag).toSorted())

/** Whether two dynamic values are equal, bags without regard to order. */
export const equalDynamic = (left: unknown, right: unknown): boolean => {
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return left === right
  return canonical(left) === canonical(right)
}

type Reviver = (this: unknown, key: string, value: unknown, context?: { source?: string }) => unknown

// Longs beyond 2^53 keep their digits where the runtime shows a reviver the source text.
const exact: Reviver = (_key, value, context): unknown =>
  typeof value === 'number' && !Number.isSafeInteger(value) && context?.source
    ? (parseLong(context.source) ?? value)
    : value

/** The dynamic value of a JSON text; text that is not JSON is a dynamic string, empty text is null. */
export const parseJson = (text: string): unknown => {
  if (text.trim() === '') return null
  try {
    const value: unknown = /\d{16}/.test(text) ? JSON.parse(text, exact) : JSON.parse(text)
    return Array.isArray(value) && /\d\.0+(?!\d)/.test(text) ? asReals(value) : value
  } catch {
    return text
  }
}

const spellReal = (value: number): number | string => (Number.isFinite(value) ? value : String(value))

/** How a cell of a type goes into a dynamic value: datetimes and timespans as their printed text, reals without a JSON form by name. */
export const intoDynamic = (type: ScalarType): ((cell: unknown) => unknown) => {
  if (type === 'decimal') throw new UnsupportedKql('a decimal inside a dynamic value')
  const write = { datetime: printDatetime, timespan: printTimespan, real: spellReal }[
    type as 'datetime' | 'timespan' | 'real'
  ]
  return write ? (cell) => (cell === null ? null : write(cell as number)) : (cell) => cell
}

/** Whether a dynamic value is a number. */
export const isNumber = (value: unknown): value is Long => typeof value === 'number' || typeof value === 'bigint'

const realArrays = new WeakSet<readonly unknown[]>()

/** Marks an array as made of reals, which JSON numbers do not show, and returns it. */
export const asReals = <T extends readonly unknown[]>(items: T): T => {
  realArrays.add(items)
  return items
}

/** Whether an array was made of reals, or shows it by a fraction. */
export const holdsReals = (items: readonly unknown[]): boolean =>
  realArrays.has(items) || items.some((item) => typeof item === 'number' && !Number.isInteger(item))
