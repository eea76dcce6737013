import { type Bag, bagOf, intoDynamic, isBag } from '../../values/dynamic.ts'
import { printer } from '../../values/print.ts'
import type { CallSite, Implementation, ScalarFunction } from '../call.ts'
import { loose, typed } from '../typed.ts'

const has = (bag: Bag, key: string): boolean => Object.hasOwn(bag, key)

/** The keys of a `$.a.b` or `$['a']['b']` path; any other text is one key. */
const pathOf = (key: string): string[] =>
  /^\$[.[]/.test(key)
    ? [...key.matchAll(/\.([^.[]+)|\['([^']*)'\]|\["([^"]*)"\]/g)].map((part) => part[1] ?? part[2] ?? part[3] ?? '')
    : [key]

const hasPath = (value: unknown, path: readonly string[]): boolean => {
  const [key, ...rest] = path
  if (key === undefined) return true
  return isBag(value) && has(value, key) && hasPath(value[key], rest)
}

const withoutPath = (bag: Bag, path: readonly string[]): Bag => {
  const [key = '', ...rest] = path
  if (!has(bag, key)) return bag
  const inner = bag[key]
  if (rest.length > 0) return isBag(inner) ? bagOf([...Object.entries(bag), [key, withoutPath(inner, rest)]]) : bag
  return bagOf(Object.entries(bag).filter(([other]) => other !== key))
}

const withPath = (value: unknown, path: readonly string[], leaf: unknown): unknown => {
  const [key, ...rest] = path
  if (key === undefined) return leaf
  const bag: Bag = isBag(value) ? value : {}
  return bagOf([...Object.entries(bag), [key, withPath(has(bag, key) ? bag[key] : null, rest, leaf)]])
}

const merge = (...bags: unknown[]): Bag | null => {
  const present = bags.filter(isBag)
  return present.length > 0 ? bagOf(present.toReversed().flatMap((bag) => Object.entries(bag))) : null
}

const inOrder = (...bags: unknown[]): Bag | null => {
  const merged = merge(...bags)
  if (!merged) return null
  const keys = new Set(bags.filter(isBag).flatMap((bag) => Object.keys(bag)))
  return bagOf([...keys].map((key) => [key, merged[key]]))
}

const pack = (site: CallSite): Implementation => {
  const key = printer(site.types[0] ?? 'string')
  const into = site.types.map(intoDynamic)
  return (...cells: unknown[]) => {
    const entries: [string, unknown][] = []
    for (let index = 0; index + 1 < cells.length; index += 2)
      entries.push([key(cells[index]), into[index + 1]?.(cells[index + 1])])
    return bagOf(entries)
  }
}

/** All columns of a row: a flag that leaves out nulls and empty texts, then names and cells in turn. */
const packAll = (site: CallSite): Implementation => {
  const into = site.types.map(intoDynamic)
  return (ignoresEmpty: unknown, ...cells: unknown[]) => {
    const entries: [string, unknown][] = []
    for (let index = 0; index + 1 < cells.length; index += 2) {
      const cell = cells[index + 1]
      if (ignoresEmpty === true && (cell === null || cell === '')) continue
      entries.push([String(cells[index]), into[index + 2]?.(cell)])
    }
    return bagOf(entries)
  }
}

const zip = (keys: unknown, values: unknown): Bag | null => {
  if (!Array.isArray(keys) || !Array.isArray(values)) return null
  return bagOf(keys.flatMap((key, index) => (typeof key === 'string' ? [[key, values[index] ?? null] as const] : [])))
}

const removeKeys = (bag: unknown, keys: unknown): unknown => {
  if (!isBag(bag) || !Array.isArray(keys)) return null
  return keys.reduce((rest: Bag, key) => (typeof key === 'string' ? withoutPath(rest, pathOf(key)) : rest), bag)
}

/** Functions of property bags; a key may be a path such as `$.a.b` where the language allows it. */
export const bag: Readonly<Record<string, ScalarFunction>> = {
  bag_keys: loose(['dynamic'], (value: unknown) => (isBag(value) ? Object.keys(value) : null)),
  bag_has_key: typed(['dynamic', 'string'], (value: unknown, key: string) =>
    isBag(value) ? hasPath(value, pathOf(key)) : null,
  ),
  bag_merge: loose(['dynamic'], inOrder),
  bag_pack: pack,
  pack,
  pack_dictionary: pack,
  pack_all: packAll,
  bag_remove_keys: loose(['dynamic'], removeKeys),
  bag_set_key: loose(['dynamic', 'string', 'dynamic'], (value: unknown, key: string, leaf: unknown) =>
    isBag(value) ? withPath(value, pathOf(key), leaf) : null,
  ),
  bag_zip: loose(['dynamic'], zip),
}
