import { bagOf } from '../../values/dynamic.ts'
import type { ScalarFunction } from '../call.ts'
import { loose } from '../typed.ts'
import { mean, type Series, seriesOf } from './series.ts'

const NAMES = ['min', 'min_idx', 'max', 'max_idx', 'avg', 'stdev', 'variance', 'sum', 'len'] as const
const COLUMNS = 7

const isFinite = (value: number | null): value is number => value !== null && Number.isFinite(value)

const describe = (series: Series): unknown[] => {
  const values = series.filter(isFinite)
  const [min, max] = [
    values.reduce((a, b) => Math.min(a, b), Infinity),
    values.reduce((a, b) => Math.max(a, b), -Infinity),
  ]
  const average = mean(values)
  const squares = values.reduce((sum, value) => sum + (value - average) ** 2, 0)
  const variance = values.length > 1 ? squares / (values.length - 1) : 0
  const sum = values.reduce((total, value) => total + value, 0)
  return [
    min,
    series.indexOf(min),
    max,
    series.indexOf(max),
    average,
    Math.sqrt(variance),
    variance,
    sum,
    values.length,
  ]
}

/** The statistics of a series, or nulls when an element is not finite and is not to be ignored. */
const stats = (cell: unknown, ignoreNonFinite: boolean): unknown[] => {
  const series = seriesOf(cell)
  const usable = series?.some(isFinite) && (ignoreNonFinite || series.every(isFinite))
  return series && usable ? describe(series) : NAMES.map(() => null)
}

/** Minimum, maximum, their indexes, average, deviation and variance (n - 1) of a series. */
export const statistics: Readonly<Record<string, ScalarFunction>> = {
  series_stats: loose(['dynamic', 'bool'], (cell: unknown, ignore = false) => stats(cell, ignore).slice(0, COLUMNS)),
  series_stats_dynamic: loose(['dynamic', 'bool'], (cell: unknown, ignore = false) => {
    const cells = stats(cell, ignore)
    return bagOf(NAMES.map((name, index) => [name, cells[index]]))
  }),
}
