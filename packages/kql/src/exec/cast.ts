import type { ScalarType } from '../table.ts'
import { parseDatetime } from '../values/datetime-parse.ts'
import { parseGuid } from '../values/guid.ts'
import { printer } from '../values/print.ts'
import { parseTimespan } from '../values/timespan.ts'

const number = (item: unknown): unknown => (typeof item === 'number' || typeof item === 'bigint' ? item : null)
const whole = (item: unknown): unknown => (Number.isInteger(item) || typeof item === 'bigint' ? item : null)
const int = (item: unknown): unknown => (typeof item === 'number' && item === (item | 0) ? item : null)
const text =
  (parse: (spelled: string) => unknown) =>
  (item: unknown): unknown =>
    typeof item === 'string' ? parse(item) : null

const named: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
}
const real = (item: unknown): unknown => (typeof item === 'string' ? (named[item] ?? null) : number(item))

const casters: Readonly<Record<ScalarType, (item: unknown) => unknown>> = {
  bool: (item) => (typeof item === 'boolean' ? item : null),
  int,
  long: whole,
  real,
  decimal: whole,
  datetime: text(parseDatetime),
  timespan: text(parseTimespan),
  guid: text(parseGuid),
  string: printer('dynamic'),
  dynamic: (item) => item,
}

/**
 * How an element of a dynamic becomes a cell of a type (`to typeof(…)`): nothing is parsed but the types that JSON lacks; what does
 * not fit is null.
 */
export const caster = (type: ScalarType): ((item: unknown) => unknown) => casters[type]
