import { UnsupportedKql } from '../../errors.ts'
import type { CallSite } from '../call.ts'
import { along, fitLine } from './line.ts'
import { detectPeriod } from './period.ts'
import { mean, median } from './series.ts'

/** A series taken apart: `values` = `seasonal` + `trend` + `residual`, `baseline` = `seasonal` + `trend`. */
export interface Decomposition {
  readonly baseline: readonly number[]
  readonly seasonal: readonly number[]
  readonly trend: readonly number[]
  readonly residual: readonly number[]
}

/** How to decompose; a seasonality of -1 is detected, 0 is none; the last `testPoints` are not learned from. */
export interface Options {
  readonly seasonality: number
  readonly trend: string
  readonly testPoints: number
  readonly threshold: number
}

const medians = (values: readonly number[], period: number): number[] =>
  Array.from({ length: period }, (_, phase) => {
    const same: number[] = []
    for (let index = phase; index < values.length; index += period) same.push(values[index] as number)
    return median(same)
  })

const trendOf = (site: CallSite, kind: string, values: readonly number[]): ((index: number) => number) => {
  if (kind === 'none') return () => 0
  if (kind === 'avg') {
    const average = mean(values)
    return () => average
  }
  if (kind !== 'linefit') throw new UnsupportedKql(`${site.name} with the trend ${JSON.stringify(kind)}`, site.at)
  const line = fitLine(values)
  return (index) => along(line, index)
}

const checkedPeriod = (site: CallSite, learned: readonly number[], { seasonality, threshold }: Options): number => {
  const period = seasonality === -1 ? detectPeriod(learned, threshold) : seasonality
  if (Number.isInteger(period) && period >= 0) return period
  throw new UnsupportedKql(`${site.name} with the seasonality ${seasonality}`, site.at)
}

/** Seasonal part (the median of each phase), trend and residual of a series without gaps. */
export const decompose = (site: CallSite, values: readonly number[], options: Options): Decomposition => {
  const learned = values.slice(0, values.length - options.testPoints)
  const period = checkedPeriod(site, learned, options)
  const phases = medians(learned, period)
  const seasonal = values.map((_, index) => (period > 0 ? (phases[index % period] ?? 0) : 0))
  const trendAt = trendOf(
    site,
    options.trend,
    learned.map((value, index) => value - (seasonal[index] ?? 0)),
  )
  const trend = values.map((_, index) => trendAt(index))
  const baseline = seasonal.map((season, index) => season + (trend[index] ?? 0))
  return { baseline, seasonal, trend, residual: values.map((value, index) => value - (baseline[index] ?? 0)) }
}
