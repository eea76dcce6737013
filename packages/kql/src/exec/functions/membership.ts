import type { ScalarType } from '../../table.ts'
import { canonical } from '../../values/dynamic.ts'
import type { CallSite, Implementation, ScalarFunction } from '../call.ts'
import { side } from './comparison.ts'

type Key = (cell: unknown) => unknown

const fold: Key = (cell) => (typeof cell === 'string' ? cell.toLowerCase() : cell)

/** The type to compare as: a dynamic value takes the type of the items it is compared with. */
const commonType = (site: CallSite): ScalarType => {
  const [own = 'dynamic', ...others] = site.types
  return own === 'dynamic' ? (others.find((type) => type !== 'dynamic') ?? 'dynamic') : own
}

const membership =
  (ignoreCase: boolean, negated: boolean): ScalarFunction =>
  (site): Implementation => {
    const type = commonType(site)
    const keys = site.types.map((own): Key => {
      const key = type === 'dynamic' ? canonical : side(site, own, type)
      return ignoreCase ? (cell) => fold(key(cell)) : key
    })
    const [valueKey = fold] = keys
    // An array among the items stands for its elements.
    const keysOf = (cell: unknown, index: number): unknown[] => {
      const key = keys[index + 1] ?? fold
      return Array.isArray(cell) ? cell.map(key) : [key(cell)]
    }
    const test = (value: unknown, items: ReadonlySet<unknown>): boolean | null => {
      if (value === null) return items.has(null) ? null : negated
      return items.has(valueKey(value)) !== negated
    }
    const constants = site.constants.slice(1)
    if (constants.every((constant) => constant !== undefined)) {
      const items = new Set(constants.flatMap(keysOf))
      return (value: unknown) => test(value, items)
    }
    return (value: unknown, ...items: unknown[]) => test(value, new Set(items.flatMap(keysOf)))
  }

/** `in` and its kin: the items are arguments or the elements of dynamic arrays. */
export const membershipOperators: Readonly<Record<string, ScalarFunction>> = {
  in: membership(false, false),
  '!in': membership(false, true),
  'in~': membership(true, false),
  '!in~': membership(true, true),
}
