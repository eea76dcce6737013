import { asReals, equalDynamic, intoDynamic } from '../../values/dynamic.ts'
import { HOUR } from '../../values/ticks.ts'
import type { CallSite, Implementation, ScalarFunction } from '../call.ts'
import { loose, typed } from '../typed.ts'
import { printer } from '../../values/print.ts'

type Items = readonly unknown[]

/** A function of an array; any other dynamic value gives null. */
const ofArray =
  (run: (items: Items, ...rest: never[]) => unknown): Implementation =>
  (value: unknown, ...rest: never[]) =>
    Array.isArray(value) ? run(value, ...rest) : null

const pack = (site: CallSite): Implementation => {
  const into = site.types.map(intoDynamic)
  return (...cells: unknown[]) => cells.map((cell, index) => into[index]?.(cell))
}

const fromEnd = (index: number, length: number): number => (index < 0 ? length + index : index)

const slice = (items: Items, start: number, end: number): Items =>
  items.slice(Math.max(0, fromEnd(start, items.length)), fromEnd(end, items.length) + 1)

const indexOf = (items: Items, wanted: unknown, start = 0, count = -1, occurrence = 1): number => {
  const first = Math.max(0, fromEnd(start, items.length))
  const last = count < 0 ? items.length : Math.min(items.length, first + count)
  let seen = 0
  for (let index = first; index < last; index += 1) {
    if (equalDynamic(items[index], wanted)) seen += 1
    if (seen === occurrence) return index
  }
  return -1
}

const rotate = (items: Items, by: number): unknown[] => {
  const at = items.length === 0 ? 0 : ((by % items.length) + items.length) % items.length
  return [...items.slice(at), ...items.slice(0, at)]
}

const shift = (items: Items, by: number, fill: unknown = null): unknown[] =>
  items.map((_, index) => (index + by in items ? items[index + by] : fill))

const split = (items: Items, at: unknown): unknown[] => {
  const cuts = (Array.isArray(at) ? at : [at]).map((cut) =>
    Math.min(Math.max(0, fromEnd(Number(cut), items.length)), items.length),
  )
  return [0, ...cuts].map((start, index) => items.slice(start, cuts[index] ?? items.length))
}

const choose = (conditions: unknown, yes: unknown, no: unknown): unknown => {
  if (!Array.isArray(conditions)) return null
  const pick = (source: unknown, index: number): unknown => (Array.isArray(source) ? (source[index] ?? null) : source)
  return conditions.map((condition, index) => {
    if (typeof condition !== 'boolean' && typeof condition !== 'number') return null
    return pick(condition ? yes : no, index)
  })
}

const join = (items: Items, delimiter: string): string => items.map(printer('dynamic')).join(delimiter)

const sum = (items: Items): number | null =>
  items.every((item) => typeof item === 'number') ? items.reduce((total: number, item) => total + item, 0) : null

const concat = (...arrays: unknown[]): unknown => {
  const present = arrays.filter((array) => array !== null)
  return present.length > 0 ? present.flat(1) : null
}

const repeat = (site: CallSite): Implementation => {
  const into = intoDynamic(site.types[0] ?? 'dynamic')
  return (value: unknown, count: number | null) =>
    count === null || count < 0 ? null : Array.from({ length: count }, () => into(value))
}

const zip = (...arrays: unknown[]): unknown => {
  if (!arrays.every((array) => Array.isArray(array))) return null
  const length = Math.max(...arrays.map((array) => array.length))
  return Array.from({ length }, (_, index) => arrays.map((array) => (array[index] as unknown) ?? null))
}

const LONGEST = 1_048_576

const range = (site: CallSite): Implementation => {
  const [type = 'long'] = site.types
  const into = intoDynamic(type)
  const usual = type === 'datetime' || type === 'timespan' ? HOUR : 1
  return (start: number | null, stop: number | null, step: number | null = usual) => {
    if (start === null || stop === null || step === null || step === 0) return null
    const length = Math.min(LONGEST, Math.max(0, Math.floor((stop - start) / step) + 1))
    const items = Array.from({ length }, (_, index) => into(start + index * step))
    return type === 'real' ? asReals(items) : items
  }
}

const length = loose(
  ['dynamic'],
  ofArray((items) => items.length),
)
const joined = typed(['dynamic', 'string'], ofArray(join))

/** Functions of arrays; a negative index counts from the end. */
export const array: Readonly<Record<string, ScalarFunction>> = {
  pack_array: pack,
  repeat,
  range,
  // What `dynamic([1.0, 2.0])` is lowered to.
  'array of reals': loose(
    ['dynamic'],
    ofArray((items) => asReals(items)),
  ),
  zip: loose(['dynamic'], zip),
  array_length: length,
  arraylength: length,
  array_concat: loose(['dynamic'], concat),
  array_slice: loose(['dynamic', 'long'], ofArray(slice)),
  array_index_of: loose(['dynamic', 'dynamic', 'long'], ofArray(indexOf)),
  array_rotate_left: typed(['dynamic', 'long'], ofArray(rotate)),
  array_rotate_right: typed(
    ['dynamic', 'long'],
    ofArray((items, by: number) => rotate(items, -by)),
  ),
  array_shift_left: loose(['dynamic', 'long', 'dynamic'], ofArray(shift)),
  array_shift_right: loose(
    ['dynamic', 'long', 'dynamic'],
    ofArray((items, by: number, fill: unknown) => shift(items, -by, fill)),
  ),
  array_reverse: loose(
    ['dynamic'],
    ofArray((items) => items.toReversed()),
  ),
  array_split: typed(['dynamic', 'dynamic'], ofArray(split)),
  array_iff: loose(['dynamic'], choose),
  array_iif: loose(['dynamic'], choose),
  array_sum: loose(['dynamic'], ofArray(sum)),
  strcat_array: joined,
  array_strcat: joined,
}
