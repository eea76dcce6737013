import { UnsupportedKql } from '../errors.ts'
import type { Expression, MakeSeries } from '../plan/plan.ts'
import type { ScalarType } from '../table.ts'
import { intoDynamic } from '../values/dynamic.ts'
import type { Context } from './context.ts'
import { constantOf, siteOf } from './expressions.ts'
import { functions } from './functions/index.ts'

/** Bins of equal size side by side: bin `n` begins at `start + n * size`. */
export interface Bins {
  readonly start: number
  readonly size: number
  readonly count: number
}

const longest = 1_048_576

/** Where the bins begin, as elements of a dynamic array. */
export function axisOf({ start, size, count }: Bins, type: ScalarType): unknown[] {
  const print = intoDynamic(type)
  return Array.from({ length: count }, (_, index) => print(start + index * size))
}

/** The bins of a series over these places on its axis; ends that the query leaves open come from the places. */
export function binsOf(series: MakeSeries, places: readonly number[], context: Context): Bins {
  const value = (bound: Expression | undefined): number | undefined =>
    bound ? numberOf(bound, series, context) : undefined
  const size = value(series.step) as number
  if (size <= 0) throw new UnsupportedKql('make-series with a step that is not positive', series.at)
  const [from, to] = [value(series.from), value(series.to)]
  const floor = binner(series, size, context)
  const extreme = (pick: (a: number, b: number) => number): number => {
    if (places.length === 0) throw new UnsupportedKql('make-series over no rows without from and to', series.at)
    return places.reduce((one, other) => pick(one, other))
  }
  const start = series.closed ? floor(from as number) : (from ?? floor(extreme(Math.min)))
  if (series.closed && start !== from)
    throw new UnsupportedKql('make-series in range() whose start is no multiple of the step', series.at)
  const count = countOf(to, () => extreme(Math.max), start, size, series.closed)
  if (count > longest) throw new UnsupportedKql(`a series of more than ${longest} elements`, series.at)
  return { start, size, count: Math.max(0, count) }
}

function countOf(to: number | undefined, last: () => number, start: number, size: number, closed: boolean): number {
  if (to === undefined) return Math.floor((last() - start) / size) + 1
  return closed ? Math.floor((to - start) / size) + 1 : Math.ceil((to - start) / size)
}

function numberOf(bound: Expression, { at }: MakeSeries, context: Context): number {
  const value = constantOf(bound, context)
  if (typeof value !== 'number') throw new UnsupportedKql('make-series with a null bound', at)
  return value
}

function binner({ axis, step, at }: MakeSeries, size: number, context: Context): (place: number) => number {
  const call = { name: 'bin', type: axis.type, args: [axis, step], at }
  const bin = functions['bin']?.(
    siteOf(
      call,
      [
        { constant: false, read: () => null },
        { constant: true, value: size },
      ],
      context,
    ),
  )
  return (place) => (bin as unknown as (place: number, size: number) => number)(place, size)
}
