import { mean } from './series.ts'

interface Candidate {
  readonly period: number
  readonly strength: number
}

/**
 * The best period of a series and its score from 0 to 1, or 0 when there is none. The service's detection is not published: this
 * one, the strongest local maximum of the autocorrelation, stands in for it; pass the seasonality where answers must agree.
 */
export const detectPeriod = (values: readonly number[], threshold: number): number => {
  const average = mean(values)
  const centred = values.map((value) => value - average)
  const correlate = (lag: number): number => {
    let sum = 0
    for (let index = lag; index < centred.length; index += 1) sum += (centred[index] ?? 0) * (centred[index - lag] ?? 0)
    return sum
  }
  const total = correlate(0)
  if (!(total > 0)) return 0
  let best: Candidate = { period: 0, strength: 0 }
  let before = correlate(3)
  let current = correlate(4)
  for (let lag = 4; lag < values.length / 2; lag += 1) {
    const after = correlate(lag + 1)
    if (current > before && current >= after && current / total > best.strength)
      best = { period: lag, strength: current / total }
    before = current
    current = after
  }
  const score = Math.min(1, (best.strength * values.length) / (values.length - best.period))
  return score >= threshold ? best.period : 0
}
