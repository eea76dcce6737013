import type { ScalarFunction } from '../call.ts'
import { loose } from '../typed.ts'
import { complete, seriesOf, toArray } from './series.ts'

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

const fir = (values: readonly number[], filter: readonly number[], normalize: boolean, center: boolean): number[] => {
  const total = normalize ? sum(filter) : 1
  const shift = center ? Math.floor((filter.length - 1) / 2) : 0
  return values.map((_, index) =>
    sum(filter.map((weight, tap) => (weight / total) * (values[index + shift - tap] ?? 0))),
  )
}

const iir = (values: readonly number[], numerators: readonly number[], denominators: readonly number[]): number[] => {
  const [scale = 1, ...feedback] = denominators
  const output: number[] = []
  for (let index = 0; index < values.length; index += 1) {
    const forward = sum(numerators.map((weight, tap) => weight * (values[index - tap] ?? 0)))
    const back = sum(feedback.map((weight, tap) => weight * (output[index - tap - 1] ?? 0)))
    output.push((forward - back) / scale)
  }
  return output
}

const firFunction: ScalarFunction = (site) =>
  loose(['dynamic', 'dynamic', 'bool', 'bool'], (cell: unknown, taps: unknown, normalize?: boolean, center = false) => {
    const [series, weights] = [seriesOf(cell), seriesOf(taps)]
    if (!series || !weights) return null
    const filter = complete(site, weights)
    // Weights of both signs have no sum to divide by.
    const signed = filter.some((weight) => weight < 0)
    if (signed && normalize === true) return null
    return toArray(fir(complete(site, series), filter, normalize ?? !signed, center))
  })(site)

const iirFunction: ScalarFunction = (site) =>
  loose(['dynamic'], (cell: unknown, numerators: unknown, denominators: unknown) => {
    const [series, above, below] = [seriesOf(cell), seriesOf(numerators), seriesOf(denominators)]
    if (!series || !above || !below) return null
    return toArray(iir(complete(site, series), complete(site, above), complete(site, below)))
  })(site)

/** Digital filters over series, finite and recursive. */
export const filters: Readonly<Record<string, ScalarFunction>> = { series_fir: firFunction, series_iir: iirFunction }
