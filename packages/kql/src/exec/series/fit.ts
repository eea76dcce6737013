import type { ScalarFunction } from '../call.ts'
import { bagOf } from '../../values/dynamic.ts'
import { loose } from '../typed.ts'
import { along, fitLine } from './line.ts'
import { complete, mean, seriesOf, toArray } from './series.ts'

const squares = (values: readonly number[]): number => values.reduce((sum, value) => sum + value * value, 0)

const spread = (values: readonly number[]): number => {
  const average = mean(values)
  return squares(values.map((value) => value - average)) / (values.length - 1)
}

/** A line through a series: how well it fits, and its values. */
interface Fit {
  readonly rsquare: number
  readonly slope: number
  readonly variance: number
  readonly rvariance: number
  readonly interception: number
  readonly line: readonly number[]
}

const distance = (values: readonly number[], line: readonly number[]): number =>
  squares(values.map((value, index) => value - (line[index] ?? 0))) / (values.length - 1)

const fit = (values: readonly number[]): Fit => {
  const { slope, interception } = fitLine(values)
  const line = values.map((_, index) => along({ slope, interception }, index))
  const variance = spread(values)
  const rvariance = distance(values, line)
  return { rsquare: 1 - rvariance / variance, slope, variance, rvariance, interception, line }
}

const LINE = ['rsquare', 'slope', 'variance', 'rvariance', 'interception', 'line_fit'] as const

const oneLine = (values: readonly number[]): unknown[] => {
  const { rsquare, slope, variance, rvariance, interception, line } = fit(values)
  return [rsquare, slope, variance, rvariance, interception, toArray(line)]
}

const SIDE = ['rsquare', 'slope', 'interception', 'variance', 'rvariance'] as const
const WHOLE = ['rsquare', 'split_idx', 'variance', 'rvariance', 'line_fit'] as const

/** The best pair of lines: the split, where the right part begins, leaves at least two values on each side. */
const twoLines = (values: readonly number[]): unknown[] => {
  const pairs = values.slice(3).map((_, index) => {
    const split = index + 2
    const [left, right] = [fit(values.slice(0, split)), fit(values.slice(split))]
    const line = [...left.line, ...right.line]
    return { split, left, right, line, rvariance: distance(values, line) }
  })
  const { split, left, right, line, rvariance } = pairs.reduce((best, pair) =>
    pair.rvariance < best.rvariance ? pair : best,
  )
  const variance = spread(values)
  const sides = [right, left].flatMap((side) => SIDE.map((name) => side[name]))
  return [1 - rvariance / variance, split, variance, rvariance, toArray(line), ...sides]
}

const asSides = (cells: readonly unknown[]): unknown => {
  const side = (from: number): unknown => bagOf(SIDE.map((name, index) => [name, cells[from + index]]))
  return bagOf([
    ...WHOLE.map((name, index) => [name, cells[index]] as const),
    ['right', side(WHOLE.length)],
    ['left', side(WHOLE.length + SIDE.length)],
  ])
}

const fitted =
  (
    describe: (values: readonly number[]) => unknown[],
    least: number,
    finish: (cells: unknown[]) => unknown,
    nothing: unknown,
  ): ScalarFunction =>
  (site) =>
    loose(['dynamic'], (cell: unknown) => {
      const series = seriesOf(cell)
      return series && series.length >= least ? finish(describe(complete(site, series))) : nothing
    })(site)

const same = (cells: unknown[]): unknown => cells
const nulls = (count: number): null[] => Array.from({ length: count }, () => null)
const asBag = (cells: readonly unknown[]): unknown => bagOf(LINE.map((name, index) => [name, cells[index]]))

/** Straight lines through series: one, or two that meet where they fit best. */
export const fits: Readonly<Record<string, ScalarFunction>> = {
  series_fit_line: fitted(oneLine, 2, same, nulls(LINE.length)),
  series_fit_line_dynamic: fitted(oneLine, 2, asBag, null),
  series_fit_2lines: fitted(twoLines, 4, same, nulls(WHOLE.length + 2 * SIDE.length)),
  series_fit_2lines_dynamic: fitted(twoLines, 4, asSides, null),
}
