import type { CallSite, Implementation, ScalarFunction } from '../call.ts'
import { loose } from '../typed.ts'
import { complete, mean, type Series, seriesOf, spell } from './series.ts'

/** A number of one series with its partner in the other; a single number goes with every element. */
const pairs = (left: unknown, right: unknown): [number | null, number | null][] | null => {
  const lengths = [left, right].filter((cell) => Array.isArray(cell)).map((array) => array.length)
  if (lengths.length === 0) return null
  const length = Math.max(...lengths)
  const spread = (cell: unknown): Series =>
    seriesOf(Array.isArray(cell) ? cell : Array.from({ length }, () => cell)) ?? []
  const [a, b] = [spread(left), spread(right)]
  return Array.from({ length }, (_, index) => [a[index] ?? null, b[index] ?? null])
}

const binary = (run: (left: number, right: number) => number | boolean): ScalarFunction =>
  loose(['any'], (left: unknown, right: unknown) => {
    const results = pairs(left, right)?.map(([a, b]) => (a === null || b === null ? null : run(a, b)))
    return results?.map((result) => (typeof result === 'number' ? spell(result) : result)) ?? null
  })

const unary = (run: (value: number) => number): ScalarFunction =>
  loose(
    ['dynamic'],
    (cell: unknown) => seriesOf(cell)?.map((value) => (value === null ? null : spell(run(value)))) ?? null,
  )

const reduction =
  (run: (values: number[]) => number): ScalarFunction =>
  (site): Implementation =>
    loose(['dynamic'], (cell: unknown) => {
      const series = seriesOf(cell)
      return series && run(complete(site, series))
    })(site)

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const magnitude = (values: readonly number[]): number => Math.hypot(...values)

/** A number computed from two series of equal length without gaps. */
const joint =
  (run: (left: number[], right: number[], ...rest: never[]) => number): ScalarFunction =>
  (site: CallSite): Implementation =>
    loose(['any'], (left: unknown, right: unknown, ...rest: never[]) => {
      const both = pairs(left, right)
      if (!both) return null
      const numbers = complete(site, both.flat())
      return run(
        numbers.filter((_, index) => index % 2 === 0),
        numbers.filter((_, index) => index % 2 === 1),
        ...rest,
      )
    })(site)

const dot = (left: readonly number[], right: readonly number[]): number =>
  sum(left.map((value, index) => value * (right[index] ?? 0)))

const cosine = (left: number[], right: number[], leftSize = magnitude(left), rightSize = magnitude(right)): number =>
  dot(left, right) / (leftSize * rightSize)

const pearson = (left: number[], right: number[]): number => {
  const centred = (values: number[]): number[] => {
    const average = mean(values)
    return values.map((value) => value - average)
  }
  return cosine(centred(left), centred(right))
}

/** Functions that work element by element, with a number for every element, or that reduce series to one number. */
export const elementwise: Readonly<Record<string, ScalarFunction>> = {
  series_add: binary((a, b) => a + b),
  series_subtract: binary((a, b) => a - b),
  series_multiply: binary((a, b) => a * b),
  series_divide: binary((a, b) => a / b),
  series_pow: binary((a, b) => a ** b),
  series_equals: binary((a, b) => a === b),
  series_not_equals: binary((a, b) => a !== b),
  series_less: binary((a, b) => a < b),
  series_less_equals: binary((a, b) => a <= b),
  series_greater: binary((a, b) => a > b),
  series_greater_equals: binary((a, b) => a >= b),
  series_abs: unary(Math.abs),
  series_exp: unary(Math.exp),
  series_log: unary(Math.log),
  series_floor: unary(Math.floor),
  series_ceiling: unary(Math.ceil),
  series_sign: unary(Math.sign),
  series_sin: unary(Math.sin),
  series_cos: unary(Math.cos),
  series_tan: unary(Math.tan),
  series_asin: unary(Math.asin),
  series_acos: unary(Math.acos),
  series_atan: unary(Math.atan),
  series_sum: reduction(sum),
  series_product: reduction((values) => values.reduce((product, value) => product * value, 1)),
  series_magnitude: reduction(magnitude),
  series_dot_product: joint(dot),
  series_cosine_similarity: joint(cosine),
  series_pearson_correlation: joint(pearson),
}
