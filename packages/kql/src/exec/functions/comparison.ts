import { UnsupportedKql } from '../../errors.ts'
import type { ScalarType } from '../../table.ts'
import { converter } from '../../values/convert.ts'
import { equalDynamic, isNumber } from '../../values/dynamic.ts'
import type { CallSite, Implementation, ScalarFunction } from '../call.ts'

type Test = (left: never, right: never) => boolean

const numeric = (type: ScalarType): boolean => type === 'int' || type === 'long' || type === 'real'

const identity = (cell: unknown): unknown => cell

// Beside a number a dynamic number keeps its fraction; only texts and booleans need converting.
const asNumber = (type: ScalarType): ((cell: unknown) => unknown) => {
  const convert = converter('dynamic', type)
  return (cell) => (isNumber(cell) ? cell : convert(cell))
}

/** How a cell of its own type is brought to what the other side is compared as; refuses types that do not compare. */
export const side = (site: CallSite, own: ScalarType, other: ScalarType): ((cell: unknown) => unknown) => {
  if (own === other || (numeric(own) && numeric(other))) return identity
  if ([own, other].every((type) => type === 'decimal' || type === 'int' || type === 'long')) return identity
  if (own === 'dynamic') return numeric(other) ? asNumber(other) : converter(own, other)
  if (other === 'dynamic') return identity
  if (own === 'bool' && numeric(other)) return converter(own, other)
  if (other === 'bool' && numeric(own)) return identity
  if (own === 'string' && other === 'guid') return converter(own, other)
  if (own === 'guid' && other === 'string') return identity
  throw new UnsupportedKql(`${site.name} between ${own} and ${other}`, site.at)
}

/** Both sides of a comparison brought to one type; the common case, equal types, costs nothing. */
const sides = (site: CallSite, run: (left: unknown, right: unknown) => unknown): Implementation => {
  const [leftType = 'dynamic', rightType = 'dynamic'] = site.types
  const left = side(site, leftType, rightType)
  const right = side(site, rightType, leftType)
  if (left === identity && right === identity) return run
  return (a: unknown, b: unknown) => run(left(a), right(b))
}

const same = (left: unknown, right: unknown): boolean => left === right

/** Whether two present cells are equal, for a call site's types; a BigInt may equal a real. */
const equality = (types: readonly ScalarType[]): ((left: unknown, right: unknown) => boolean) => {
  if (types.every((type) => type === 'dynamic')) return equalDynamic
  if (types.includes('real') && types.includes('long'))
    return (left, right) => left === right || Number(left) === Number(right)
  return same
}

const equals =
  (negated: boolean): ScalarFunction =>
  (site) => {
    const equal = equality(site.types)
    if (site.types.every((type) => type === 'string')) return (a: unknown, b: unknown) => (a === b) !== negated
    return sides(site, (a, b) => {
      if (a === null || b === null) return a === b ? null : negated
      return equal(a, b) !== negated
    })
  }

const ordered =
  (test: Test): ScalarFunction =>
  (site) => {
    if (site.types.every((type) => type === 'dynamic'))
      throw new UnsupportedKql(`${site.name} between two dynamic values`, site.at)
    return sides(site, (a, b) => (a === null || b === null ? null : test(a as never, b as never)))
  }

const within = (site: CallSite, negated: boolean): Implementation => {
  const [type = 'dynamic', low = 'dynamic', high = 'dynamic'] = site.types
  const distance = type === 'datetime' && high === 'timespan'
  const bounds = [low, distance ? 'datetime' : high] as const
  const [atLeast, atMost] = bounds.map(
    (bound, index) => ordered(index === 0 ? above : below)({ ...site, types: [type, bound] }) as BoundTest,
  )
  return (value: unknown, from: unknown, to: unknown) => {
    const end = distance && from !== null && to !== null ? (from as number) + (to as number) : to
    const left = atLeast?.(value, from)
    const right = atMost?.(value, end)
    if (left === false || right === false) return negated
    return left === null || right === null ? null : !negated
  }
}

type BoundTest = (value: unknown, bound: unknown) => boolean | null

const above: Test = (left, right) => left >= right
const below: Test = (left, right) => left <= right

/** Equality, order and ranges of every type: one null side makes `==` false, `!=` true and an order null. */
export const comparison: Readonly<Record<string, ScalarFunction>> = {
  '==': equals(false),
  '!=': equals(true),
  '<': ordered((left, right) => left < right),
  '<=': ordered(below),
  '>': ordered((left, right) => left > right),
  '>=': ordered(above),
  between: (site) => within(site, false),
  '!between': (site) => within(site, true),
}
