import { expect, test } from 'vitest'
import { value } from '../value.ts'

test.each([
  ['erf(0.5)', 0.5204998778130465],
  ['erf(-3)', -0.9999779095030014],
  ['erfc(3)', 2.209049699858544e-5],
  ['erfc(0)', 1],
  ['gamma(5)', 24],
  ['gamma(0.5)', Math.sqrt(Math.PI)],
  ['gamma(-1.5)', (4 / 3) * Math.sqrt(Math.PI)],
  ['loggamma(101)', 363.7393755555635],
  ['beta_cdf(0.2, 1, 1)', 0.2],
  ['beta_cdf(0.3, 2, 1)', 0.09],
  ['beta_cdf(0.5, 7.5, 7.5)', 0.5],
  ['beta_pdf(0.5, 2, 2)', 1.5],
  ['beta_inv(0.25, 2, 1)', 0.5],
  ['beta_inv(1.0, 2, 3)', 1],
  // With one degree of freedom on each side and equal variances there are two: p = 1 - t / sqrt(t² + 2).
  ['welch_test(0, 1, 2, 3, 1, 2)', 1 - 3 / Math.sqrt(11)],
])('%s', (expression, expected) => {
  expect(Number(value(expression)) / expected).toBeCloseTo(1, 12)
})

test('outside its domain a distribution is NaN, and at a pole gamma is refused', () => {
  expect(value('beta_cdf(1.5, 2, 2)')).toBe('NaN')
  expect(value('beta_pdf(0.0, 2, 2)')).toBe('NaN')
  expect(value('erf(real(null))')).toBeNull()
  expect(() => value('gamma(-1)')).toThrow('is not supported')
})
