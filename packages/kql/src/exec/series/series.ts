import { UnsupportedKql } from '../../errors.ts'
import { asReals } from '../../values/dynamic.ts'
import type { CallSite } from '../call.ts'

/** A series: the numbers of a dynamic array, null where one is missing. */
export type Series = readonly (number | null)[]

const element = (item: unknown): number | null => {
  if (typeof item === 'number') return item
  if (typeof item === 'bigint') return Number(item)
  // A real that JSON cannot hold travels by its name.
  return item === 'NaN' || item === 'Infinity' || item === '-Infinity' ? Number(item) : null
}

/** The series in a dynamic cell, or null when it is no array; what is no number becomes null. */
export const seriesOf = (cell: unknown): Series | null => (Array.isArray(cell) ? cell.map(element) : null)

/** The numbers of a series without gaps; what the service answers with gaps is not documented. */
export const complete = (site: CallSite, series: Series): number[] => {
  if (series.includes(null))
    throw new UnsupportedKql(
      `${site.name} over a series with nulls`,
      site.at,
      'fill them first, for example with series_fill_linear()',
    )
  return series as number[]
}

/** A number as an element of a dynamic array. */
export const spell = (value: number | null): number | string | null =>
  value === null || Number.isFinite(value) ? value : String(value)

/** A series of reals as a dynamic array. */
export const toArray = (values: readonly (number | null)[]): unknown[] => asReals(values.map(spell))

/** The arithmetic mean; NaN of nothing. */
export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** The value at a fraction (0 to 1) of sorted numbers, linear between neighbours. */
export const quantile = (sorted: ArrayLike<number>, fraction: number): number => {
  const position = (sorted.length - 1) * fraction
  const index = Math.floor(position)
  const low = sorted[index] ?? Number.NaN
  const high = sorted[index + 1] ?? low
  return low + (position - index) * (high - low)
}

/** Numbers in ascending order. */
export const ascending = (values: readonly number[]): Float64Array => new Float64Array(values).toSorted()

/** The median; NaN of nothing. */
export const median = (values: readonly number[]): number => quantile(ascending(values), 0.5)
