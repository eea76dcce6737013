import { UnsupportedKql } from '../../errors.ts'
import type { ScalarType } from '../../table.ts'
import { converter } from '../../values/convert.ts'
import { isNumber, parseJson } from '../../values/dynamic.ts'
import type { CallSite, Implementation, ScalarFunction } from '../call.ts'

const to =
  (type: ScalarType): ScalarFunction =>
  (site) =>
    converter(site.types[0] ?? 'dynamic', type, site.at)

// Rows that follow each other often hold the same text.
const parsing = (): Implementation => {
  let [last, value] = ['', parseJson('')]
  return (text: string) => {
    if (text !== last) [last, value] = [text, parseJson(text)]
    return value
  }
}

const toDynamic: ScalarFunction = (site) =>
  site.types[0] === 'string' ? parsing() : converter(site.types[0] ?? 'dynamic', 'dynamic')

// A number inside a dynamic value does not show whether it was written as a real.
const kindOf =
  (site: CallSite) =>
  (cell: unknown): string => {
    if (isNumber(cell)) throw new UnsupportedKql('gettype() of a number inside a dynamic value', site.at)
    if (cell === null) return 'null'
    if (typeof cell === 'object') return Array.isArray(cell) ? 'array' : 'dictionary'
    return typeof cell === 'boolean' ? 'bool' : 'string'
  }

const getType = (site: CallSite): Implementation => {
  const [type] = site.types
  if (type === 'dynamic') return kindOf(site)
  return (cell: unknown) => (cell === null ? 'null' : type)
}

const isNull = (cell: unknown): boolean => cell === null

/** Conversions between types and questions about a value's type; they never throw, bad input is null. */
export const conversion: Readonly<Record<string, ScalarFunction>> = {
  tobool: to('bool'),
  toboolean: to('bool'),
  toint: to('int'),
  tolong: to('long'),
  todouble: to('real'),
  toreal: to('real'),
  todecimal: to('decimal'),
  todatetime: to('datetime'),
  totimespan: to('timespan'),
  totime: to('timespan'),
  toguid: to('guid'),
  tostring: to('string'),
  todynamic: toDynamic,
  parse_json: toDynamic,
  parsejson: toDynamic,
  toobject: toDynamic,
  gettype: getType,
  isnull: () => isNull,
  isnotnull: () => (cell: unknown) => cell !== null,
  notnull: () => (cell: unknown) => cell !== null,
}
