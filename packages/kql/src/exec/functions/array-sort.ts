import { ordering } from '../../values/compare.ts'
import type { CallSite, Implementation, ScalarFunction } from '../call.ts'

type Items = readonly unknown[]

/** Sorts the first array and permutes the others alike: one array for one, an array of arrays for several. */
const sort =
  (descending: boolean): ScalarFunction =>
  (site: CallSite): Implementation => {
    const flagged = site.types.length > 1 && site.types.at(-1) === 'bool'
    return (...cells: unknown[]) => {
      const arrays = (flagged ? cells.slice(0, -1) : cells).map((cell) =>
        Array.isArray(cell) ? (cell as Items) : null,
      )
      const [first] = arrays
      const nullsLast = flagged ? cells.at(-1) !== false : true
      const order = ordering(descending, !nullsLast)
      const permutation =
        first?.map((_, index) => index).toSorted((left, right) => order(first[left], first[right])) ?? []
      const sorted = arrays.map((array) =>
        array && array.length === first?.length ? permutation.map((index) => array[index]) : null,
      )
      return sorted.length === 1 ? sorted[0] : sorted
    }
  }

/** Sorting of arrays; nulls come last unless a final `false` says first. */
export const arraySorts: Readonly<Record<string, ScalarFunction>> = {
  array_sort_asc: sort(false),
  array_sort_desc: sort(true),
}
