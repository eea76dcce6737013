import { UnsupportedKql } from '../errors.ts'
import type { Span } from '../plan/plan.ts'
import type { ScalarType } from '../table.ts'
import { parseDatetime } from './datetime-parse.ts'
import { parseDecimal } from './decimal.ts'
import { intoDynamic, isNumber } from './dynamic.ts'
import { parseGuid } from './guid.ts'
import { type Long, parseLong, toInt, truncate } from './long.ts'
import { printer } from './print.ts'
import { parseReal } from './real.ts'
import { parseTimespan } from './timespan.ts'

/** Turns a cell into a cell of another type; never throws: what does not convert is null, or `''` for a string. */
export type Converter = (cell: unknown) => unknown

const parseBool = (text: string): boolean | null => {
  const word = text.trim().toLowerCase()
  if (word === 'true' || word === 'false') return word === 'true'
  const number = parseLong(word)
  return number === null ? null : Boolean(number)
}

const whole = (cell: Long): Long | null => (typeof cell === 'bigint' ? cell : truncate(cell))

const fromText: Readonly<Record<string, (text: string) => unknown>> = {
  bool: parseBool,
  int: (text) => toInt(parseLong(text)),
  long: parseLong,
  real: parseReal,
  datetime: parseDatetime,
  timespan: parseTimespan,
  guid: parseGuid,
  string: (text) => text,
}

const fromNumber: Readonly<Record<string, (cell: Long) => unknown>> = {
  bool: Boolean,
  int: (cell) => toInt(whole(cell)),
  long: whole,
  real: Number,
}

const fromDynamic = (to: ScalarType): Converter => {
  if (to === 'string') return printer('dynamic')
  return (cell) => {
    if (typeof cell === 'string') return fromText[to]?.(cell) ?? null
    if (typeof cell === 'boolean') return to === 'bool' ? cell : (fromNumber[to]?.(Number(cell)) ?? null)
    return isNumber(cell) ? (fromNumber[to]?.(cell) ?? null) : null
  }
}

const nullable =
  (convert: (cell: never) => unknown): Converter =>
  (cell) =>
    cell === null ? null : convert(cell as never)

const numeric = (type: ScalarType): boolean => type === 'int' || type === 'long' || type === 'real'

const toDecimal = (from: ScalarType): Converter | undefined => {
  if (from === 'int' || from === 'long') return (cell) => cell
  return from === 'string' ? (parseDecimal as Converter) : undefined
}

const inLong = (cell: Long): Long | null => (BigInt.asIntN(64, BigInt(cell)) === BigInt(cell) ? cell : null)

const ofDecimal: Readonly<Partial<Record<ScalarType, Converter>>> = {
  string: printer('decimal'),
  real: nullable(Number),
  long: nullable(inLong),
  bool: nullable(Boolean),
}

const find = (from: ScalarType, to: ScalarType): Converter | undefined => {
  if (from === to) return (cell) => cell
  if (to === 'decimal') return toDecimal(from)
  if (from === 'decimal') return ofDecimal[to]
  if (from === 'int' && to === 'long') return (cell) => cell
  if (to === 'dynamic') return intoDynamic(from)
  if (to === 'string') return printer(from)
  if (from === 'dynamic') return fromDynamic(to)
  if (from === 'string') return fromText[to] as Converter
  if (numeric(from) && fromNumber[to]) return nullable(fromNumber[to])
  if (from === 'bool' && numeric(to)) return nullable(Number)
  if (from === 'timespan' && to === 'long') return (cell) => cell
  return undefined
}

/** The conversion of one type's cells to another's, as the `to…` functions do it; refused where the language's answer is not known. */
export const converter = (from: ScalarType, to: ScalarType, at?: Span): Converter => {
  const convert = find(from, to)
  if (!convert) throw new UnsupportedKql(`converting ${from} to ${to}`, at)
  return convert
}
