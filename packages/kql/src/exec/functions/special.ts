import { UnsupportedKql } from '../../errors.ts'
import type { CallSite, ScalarFunction } from '../call.ts'
import { typed } from '../typed.ts'
import { betaRatio, invertBetaRatio, logBeta, logGamma } from './beta.ts'

/** The sum of a series of terms, each made from the one before, until they no longer count. */
const sumWhile = (first: number, next: (term: number, index: number) => number): number => {
  let [sum, term] = [first, first]
  for (let index = 1; Math.abs(term) > Math.abs(sum) * 1e-17; index += 1) {
    term = next(term, index)
    sum += term
  }
  return sum
}

const erfSeries = (x: number): number =>
  (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sumWhile(x, (term, index) => (term * 2 * x * x) / (2 * index + 1))

// The continued fraction of erfc, from its tail; it converges fast beyond 2.
const erfcFraction = (x: number): number => {
  let tail = x
  for (let index = 60; index > 0; index -= 1) tail = x + index / 2 / tail
  return Math.exp(-x * x) / (tail * Math.sqrt(Math.PI))
}

const erfc = (x: number): number => {
  if (Number.isNaN(x)) return x
  if (x < 0) return 2 - erfc(-x)
  return x < 2 ? 1 - erfSeries(x) : erfcFraction(x)
}

const erf = (x: number): number => {
  if (Number.isNaN(x)) return x
  if (x < 0) return -erf(-x)
  return x < 2 ? erfSeries(x) : 1 - erfcFraction(x)
}

const factorial = (n: number): number => {
  let product = 1
  for (let factor = 2; factor <= n; factor += 1) product *= factor
  return product
}

const gamma = (x: number): number => {
  if (Number.isInteger(x) && x < 172) return factorial(x - 1)
  if (x < 0.5) return Math.PI / (Math.sin(Math.PI * x) * gamma(1 - x))
  return Math.exp(logGamma(x))
}

/** What the service answers at the poles of the gamma function is not documented. */
const offPoles =
  (run: (x: number) => number): ScalarFunction =>
  (site: CallSite) =>
    typed(['real'], (x: number) => {
      if (x <= 0 && Number.isInteger(x)) throw new UnsupportedKql(`${site.name} of zero and negative integers`, site.at)
      return run(x)
    })(site)

const isShape = (value: number): boolean => value > 0 && value <= 10_000

const betaCdf = (x: number, alpha: number, beta: number): number =>
  x >= 0 && x <= 1 && isShape(alpha) && isShape(beta) ? betaRatio(x, alpha, beta) : Number.NaN

const betaPdf = (x: number, alpha: number, beta: number): number => {
  if (!(x > 0 && x < 1 && alpha > 0 && beta > 0)) return Number.NaN
  return Math.exp((alpha - 1) * Math.log(x) + (beta - 1) * Math.log1p(-x) - logBeta(alpha, beta))
}

const betaInverse = (probability: number, alpha: number, beta: number): number | null => {
  if (!(alpha > 0 && beta > 0)) return null
  return probability > 0 && probability <= 1 ? invertBetaRatio(probability, alpha, beta) : Number.NaN
}

/** The probability, on both sides, that two samples of equal mean differ as much as these do. */
const welch =
  (site: CallSite) =>
  (mean1: number, variance1: number, count1: number, mean2: number, variance2: number, count2: number): number => {
    const [first, second] = [variance1 / count1, variance2 / count2]
    if (!(count1 > 1 && count2 > 1 && first + second > 0))
      throw new UnsupportedKql(`${site.name} of samples without variance`, site.at)
    const squared = (mean1 - mean2) ** 2 / (first + second)
    const freedom = (first + second) ** 2 / (first ** 2 / (count1 - 1) + second ** 2 / (count2 - 1))
    return betaRatio(freedom / (freedom + squared), freedom / 2, 0.5)
  }

/** Functions of statistics: error function, gamma, beta distribution, Welch's test; to about 13 digits. */
export const specialFunctions: Readonly<Record<string, ScalarFunction>> = {
  erf: typed(['real'], erf),
  erfc: typed(['real'], erfc),
  gamma: offPoles(gamma),
  loggamma: offPoles((x) => (x < 0.5 ? Math.log(Math.abs(gamma(x))) : logGamma(x))),
  beta_cdf: typed(['real'], betaCdf),
  beta_pdf: typed(['real'], betaPdf),
  beta_inv: typed(['real'], betaInverse),
  welch_test: (site) => typed(['real'], welch(site))(site),
}
