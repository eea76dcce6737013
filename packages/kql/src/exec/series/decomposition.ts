import type { CallSite, Implementation, ScalarFunction } from '../call.ts'
import { loose } from '../typed.ts'
import { decompose, type Decomposition } from './decompose.ts'
import { outliers } from './outliers.ts'
import { complete, seriesOf, toArray } from './series.ts'

/** A function of a series without gaps; what is no array gives nulls, one for each column of the result. */
const ofNumbers =
  (site: CallSite, run: (values: number[], ...rest: never[]) => unknown, columns = 1): Implementation =>
  (cell: unknown, ...rest: never[]) => {
    const series = seriesOf(cell)
    if (series === null) return columns === 1 ? null : Array.from({ length: columns }, () => null)
    return run(complete(site, series), ...rest)
  }

const columnsOf = ({ baseline, seasonal, trend, residual }: Decomposition): unknown[] =>
  [baseline, seasonal, trend, residual].map(toArray)

const seriesDecompose: ScalarFunction = (site) => {
  const run = (values: number[], seasonality = -1, trend = 'avg', testPoints = 0, threshold = 0.6): unknown[] =>
    columnsOf(decompose(site, values, { seasonality, trend, testPoints, threshold }))
  return loose(['dynamic', 'long', 'string', 'long', 'real'], ofNumbers(site, run, 4))(site)
}

const seriesDecomposeAnomalies: ScalarFunction = (site) => {
  const run = (
    values: number[],
    limit = 1.5,
    seasonality = -1,
    trend = 'avg',
    testPoints = 0,
    method = 'ctukey',
    threshold = 0.6,
  ): unknown[] => {
    const { residual, baseline } = decompose(site, values, { seasonality, trend, testPoints, threshold })
    const scores = outliers(site, residual, method, null)
    return [scores.map((score) => (score > limit ? 1 : score < -limit ? -1 : 0)), toArray(scores), toArray(baseline)]
  }
  return loose(['dynamic', 'real', 'long', 'string', 'long', 'string', 'real'], ofNumbers(site, run, 3))(site)
}

const seriesDecomposeForecast: ScalarFunction = (site) => {
  const run = (values: number[], testPoints: number, seasonality = -1, trend = 'linefit', threshold = 0.6): unknown[] =>
    toArray(decompose(site, values, { seasonality, trend, testPoints, threshold }).baseline)
  return loose(['dynamic', 'long', 'long', 'string', 'real'], ofNumbers(site, run))(site)
}

const seriesSeasonal: ScalarFunction = (site) => {
  const run = (values: number[], seasonality = -1, testPoints = 0): unknown[] =>
    toArray(decompose(site, values, { seasonality, trend: 'none', testPoints, threshold: 0.7 }).seasonal)
  return loose(['dynamic', 'long', 'long'], ofNumbers(site, run))(site)
}

const seriesOutliers: ScalarFunction = (site) => {
  const run = (cell: unknown, kind = 'ctukey', ignored: number | null = null, low = 10, high = 90): unknown => {
    const series = seriesOf(cell)
    if (series === null) return null
    if (low !== 10 || high !== 90) return outliers(site, series, `${kind} with other percentiles`, ignored)
    return toArray(outliers(site, series, kind, ignored))
  }
  return loose(['dynamic', 'string', 'real', 'real'], run)(site)
}

/** Seasonal decomposition and what builds on it: anomalies, forecast, outliers. */
export const decompositions: Readonly<Record<string, ScalarFunction>> = {
  series_decompose: seriesDecompose,
  series_decompose_anomalies: seriesDecomposeAnomalies,
  series_decompose_forecast: seriesDecomposeForecast,
  series_seasonal: seriesSeasonal,
  series_outliers: seriesOutliers,
}
