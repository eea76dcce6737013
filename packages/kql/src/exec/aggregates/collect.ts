import { asReals, bagOf, canonical, intoDynamic, isBag } from '../../values/dynamic.ts'
import type { Accumulator, AggregateFunction, CallSite } from '../call.ts'
import { when } from './if.ts'

const LIMIT = 1_048_576

const limitOf = (site: CallSite): number => {
  const size = site.constants[1]
  return typeof size === 'number' ? Math.min(size, LIMIT) : LIMIT
}

const list =
  (keepNulls: boolean): AggregateFunction =>
  (site) => {
    const into = intoDynamic(site.types[0] ?? 'dynamic')
    const limit = limitOf(site)
    const real = site.types[0] === 'real'
    return () => {
      const items: unknown[] = []
      if (real) asReals(items)
      return {
        step(cell) {
          if ((cell !== null || keepNulls) && items.length < limit) items.push(into(cell))
        },
        finish: () => items,
      }
    }
  }

const set: AggregateFunction = (site) => {
  const into = intoDynamic(site.types[0] ?? 'dynamic')
  const limit = limitOf(site)
  return () => {
    const items = new Map<string | number, unknown>()
    const add = (item: unknown): void => {
      if (item === null || items.size >= limit) return
      const key = typeof item === 'number' ? item : canonical(item)
      if (!items.has(key)) items.set(key, item)
    }
    return {
      step(cell) {
        // A set over arrays holds the elements of the arrays.
        if (Array.isArray(cell)) cell.forEach(add)
        else add(into(cell))
      },
      finish: () => [...items.values()],
    }
  }
}

const bag: AggregateFunction = (site) => {
  const limit = limitOf(site)
  return () => {
    const entries = new Map<string, unknown>()
    return {
      step(cell) {
        if (!isBag(cell)) return
        for (const [key, value] of Object.entries(cell))
          if (!entries.has(key) && entries.size < limit) entries.set(key, value)
      },
      finish: () => bagOf(entries),
    }
  }
}

const any: AggregateFunction = (site) => {
  const nothing = site.types.map((type) => (type === 'string' ? '' : null))
  const isEmpty = (cell: unknown): boolean => cell === null || cell === ''
  return (): Accumulator => {
    let row: unknown[] | undefined
    return {
      step(...cells) {
        if (row === undefined || (cells.length === 1 && isEmpty(row[0]))) row = cells
      },
      finish: () => (nothing.length === 1 ? (row ?? nothing)[0] : (row ?? nothing)),
    }
  }
}

/** Aggregates that collect values, in the order of the input, or keep any row. */
export const collections: Readonly<Record<string, AggregateFunction>> = {
  make_list: list(false),
  makelist: list(false),
  make_list_if: when(list(false)),
  make_list_with_nulls: list(true),
  make_set: set,
  makeset: set,
  make_set_if: when(set),
  make_bag: bag,
  make_bag_if: when(bag),
  make_dictionary: bag,
  take_any: any,
  any,
  take_anyif: when(any),
  anyif: when(any),
}
