import type { ScalarType } from '../src/table.ts'
import { parseDatetime } from '../src/values/datetime-parse.ts'
import { isBag } from '../src/values/dynamic.ts'
import { parseTimespan } from '../src/values/timespan.ts'

/** Whether a printed cell and a cell of an engine's table mean the same. */
type Agreement = (printed: string, cell: unknown) => boolean

const EMPTY = new Set(['', 'null', '(null)', '""', "''"])

const isEmpty = (cell: unknown): boolean => cell === null || cell === '' || cell === undefined

const SPECIAL: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  '∞': Infinity,
  '-∞': -Infinity,
  Infinity,
  '-Infinity': -Infinity,
}

const number = (text: string): number | undefined => {
  const plain = text.trim().replaceAll(',', '')
  if (plain in SPECIAL) return SPECIAL[plain]
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : undefined
}

const decimals = (text: string): number => (/e/i.test(text) ? 0 : (text.split('.')[1]?.length ?? 0))

const near = (left: number, right: number, digits: number): boolean => {
  if (Object.is(left, right) || left === right) return true
  const difference = Math.abs(left - right)
  return difference <= 1e-6 * Math.max(Math.abs(left), Math.abs(right)) || (digits >= 2 && difference < 10 ** -digits)
}

const reals: Agreement = (printed, cell) => {
  const [left, right] = [number(printed), number(String(cell))]
  return left !== undefined && right !== undefined && near(left, right, decimals(printed))
}

const integers: Agreement = (printed, cell) =>
  printed.replaceAll(/[,\s]/g, '') === String(cell) ||
  (number(printed) !== undefined && number(printed) === Number(cell) && Number.isSafeInteger(Number(cell)))

const by =
  (parse: (text: string) => number | null): Agreement =>
  (printed, cell) => {
    const left = parse(printed)
    return left !== null && left === parse(String(cell))
  }

const datetimes: Agreement = by((text) => parseDatetime(text.replace(/(\d{2}:\d{2}:\d{2}\.\d{7})\d+/, '$1')))
const timespans: Agreement = by(parseTimespan)

const bools: Agreement = (printed, cell) => {
  const word = printed.trim().toLowerCase()
  return (word === '1' || word === 'true') === cell && /^(0|1|true|false)$/.test(word)
}

const json = (text: string): unknown => {
  for (const candidate of [text, text.replaceAll("'", '"')]) {
    try {
      return JSON.parse(candidate)
    } catch {
      // The next spelling may be JSON.
    }
  }
  return undefined
}

const scalar = (left: unknown, right: unknown): boolean => {
  if (typeof left === 'number' && typeof right === 'number') return near(left, right, decimals(String(left)))
  if (left === null || right === null) return left === right
  const [a, b] = [left, right].map((side) => (typeof side === 'string' ? side : JSON.stringify(side)))
  return left === right || strings(a ?? '', b)
}

const values = (left: unknown, right: unknown, unordered: boolean): boolean => {
  if (Array.isArray(left) && Array.isArray(right)) {
    const order = (items: unknown[]): unknown[] =>
      unordered ? items.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))) : items
    const [a, b] = [order(left), order(right)]
    return a.length === b.length && a.every((item, index) => values(item, b[index], unordered))
  }
  if (isBag(left) && isBag(right)) {
    const keys = Object.keys(left)
    return (
      keys.length === Object.keys(right).length &&
      keys.every((key) => Object.hasOwn(right, key) && values(left[key], right[key], unordered))
    )
  }
  return scalar(left, right)
}

const squeeze = (text: string): string => {
  const plain = text.replaceAll(/\s+/g, ' ').trim()
  return /^"[^]*"$|^'[^]*'$/.test(plain) ? plain.slice(1, -1) : plain
}

const strings: Agreement = (printed, cell) => {
  const [left, right] = [squeeze(printed), squeeze(String(cell))]
  if (left === right) return true
  if (reals(left, right) || datetimes(left, right) || timespans(left, right)) return true
  const [a, b] = [json(left), json(right)]
  return typeof a === 'object' && typeof b === 'object' && values(a, b, false)
}

const dynamics =
  (unordered: boolean): Agreement =>
  (printed, cell) => {
    const parsed = json(printed)
    if (parsed !== undefined && values(parsed, cell, unordered)) return true
    return strings(printed, typeof cell === 'string' ? cell : JSON.stringify(cell))
  }

const agreements: Readonly<Record<ScalarType, Agreement>> = {
  bool: bools,
  int: integers,
  long: integers,
  real: reals,
  decimal: reals,
  datetime: datetimes,
  timespan: timespans,
  guid: (printed, cell) => printed.trim().toLowerCase() === cell,
  string: strings,
  dynamic: dynamics(false),
}

/** Whether a printed cell agrees with a cell of a column; with `unordered`, arrays are compared as sets. */
export const agrees = (type: ScalarType, printed: string, cell: unknown, unordered: boolean): boolean => {
  if (EMPTY.has(printed.trim())) return isEmpty(cell)
  if (isEmpty(cell)) return false
  return type === 'dynamic' && unordered ? dynamics(true)(printed, cell) : agreements[type](printed, cell)
}
