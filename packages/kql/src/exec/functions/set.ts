import { canonical, equalDynamic } from '../../values/dynamic.ts'
import type { ScalarFunction } from '../call.ts'
import { loose, typed } from '../typed.ts'

type Items = readonly unknown[]

const keys = (items: Items): Set<string> => new Set(items.map(canonical))

const unique = (items: Items): unknown[] => {
  const seen = new Map<string, unknown>()
  for (const item of items) {
    const key = canonical(item)
    if (!seen.has(key)) seen.set(key, item)
  }
  return [...seen.values()]
}

/** A function of arrays; null as soon as one argument is none. */
const ofArrays = (run: (...arrays: Items[]) => unknown): ScalarFunction =>
  loose(['dynamic'], (...cells: unknown[]) =>
    cells.every((cell): cell is Items => Array.isArray(cell)) ? run(...cells) : null,
  )

const intersect = (first: Items = [], ...others: Items[]): unknown[] => {
  const sets = others.map(keys)
  return unique(first).filter((item) => sets.every((set) => set.has(canonical(item))))
}

const difference = (first: Items = [], ...others: Items[]): unknown[] => {
  const gone = keys(others.flat())
  return unique(first).filter((item) => !gone.has(canonical(item)))
}

const common = (left: ReadonlySet<string>, right: ReadonlySet<string>): number =>
  [...left].filter((key) => right.has(key)).length

const equal = (left: Items = [], right: Items = []): boolean => {
  const [a, b] = [keys(left), keys(right)]
  return a.size === b.size && common(a, b) === a.size
}

const jaccard = (left: Items = [], right: Items = []): number => {
  const [a, b] = [keys(left), keys(right)]
  const shared = common(a, b)
  return shared / (a.size + b.size - shared)
}

/** Arrays as sets: each element once, in the order first seen. */
export const sets: Readonly<Record<string, ScalarFunction>> = {
  set_union: ofArrays((...arrays) => unique(arrays.flat())),
  set_intersect: ofArrays(intersect),
  set_difference: ofArrays(difference),
  set_equals: ofArrays(equal),
  set_has_element: typed(['dynamic', 'dynamic'], (items: unknown, wanted: unknown) =>
    Array.isArray(items) ? items.some((item) => equalDynamic(item, wanted)) : null,
  ),
  jaccard_index: ofArrays(jaccard),
}
