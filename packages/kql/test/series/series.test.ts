import { expect, test } from 'vitest'
import { evaluate } from '../../src/index.ts'
import { value } from '../value.ts'

/** A number up to rounding, anything else as it is. */
const near = (expected: unknown): unknown => (typeof expected === 'number' ? expect.closeTo(expected, 12) : expected)

test.each([
  ['series_fill_linear(dynamic([null, 10, null, null, 17, null]))', [10, 10, 12, 14, 17, 17]],
  ['series_fill_linear(dynamic([1.5, null, 2.5]))', [1.5, 2, 2.5]],
  ['series_fill_linear(dynamic([null, 10, null, 20]), real(null), false)', [null, 10, 15, 20]],
  ['series_fill_linear(dynamic([0, 10, 0, 20]), 0)', [10, 10, 15, 20]],
  ['series_fill_linear(dynamic([null, null]), real(null), true, 3)', [3, 3]],
  ['series_fill_forward(dynamic([null, 1, null]))', [null, 1, 1]],
  ['series_fill_backward(dynamic([null, 1, null]))', [1, 1, null]],
  ['series_fill_const(dynamic([null, 1, -1]), 7, -1)', [7, 1, 7]],
  ['series_add(dynamic([1, 2, null]), dynamic([10, 20, 30]))', [11, 22, null]],
  ['series_divide(dynamic([1, 2]), 2)', [0.5, 1]],
  ['series_greater(dynamic([1, 3]), dynamic([2, 2]))', [false, true]],
  ['series_abs(dynamic([-1, null]))', [1, null]],
  ['series_sum(dynamic([1, 2, 3]))', 6],
  ['series_product(dynamic([2, 3]))', 6],
  ['series_magnitude(dynamic([3, 4]))', 5],
  ['series_dot_product(dynamic([1, 2]), dynamic([3, 4]))', 11],
  ['series_cosine_similarity(dynamic([1, 0]), dynamic([0, 1]))', 0],
  ['series_pearson_correlation(dynamic([1, 2, 3]), dynamic([3, 2, 1]))', -1],
  ['series_fir(dynamic([3, 6, 9]), dynamic([1, 1, 1]))', [1, 3, 6]],
  ['series_fir(dynamic([3, 6, 9]), dynamic([1, 1, 1]), true, true)', [3, 6, 5]],
  ['series_fir(dynamic([3, 6, 9]), dynamic([1, -1]))', [3, 3, 3]],
  ['series_iir(dynamic([1, 0, 0]), dynamic([1]), dynamic([1, -0.5]))', [1, 0.5, 0.25]],
  ['series_abs(parse_json("5"))', null],
])('%s', (expression, expected) => {
  expect(value(expression)).toEqual(near(expected))
})

test('a gap between whole reals keeps its fraction', () => {
  const rows = evaluate(
    'datatable(x:real)[1, real(null), 2] | summarize x = make_list_with_nulls(x) | project series_fill_linear(x)',
  ).rows
  expect(rows).toEqual([[[1, 1.5, 2]]])
})

test('a fitted line tells its quality', () => {
  const [row = []] = evaluate(
    'print x = dynamic([1, 3, 2, 6]) | extend (r, s, v, rv, i, line) = series_fit_line(x) | project-away x',
  ).rows
  const [rsquare, slope, variance, rvariance, interception, line] = row
  expect([slope, interception, variance]).toEqual([
    expect.closeTo(1.4, 12),
    expect.closeTo(0.9, 12),
    expect.closeTo(14 / 3, 12),
  ])
  expect(rsquare).toBeCloseTo(1 - Number(rvariance) / Number(variance), 12)
  expect(line).toEqual([0.9, 2.3, 3.7, 5.1].map((cell) => expect.closeTo(cell, 12)))
})

test('statistics of a series, null when an element is not finite', () => {
  expect(value('series_stats_dynamic(dynamic([3, 1, 2]))')).toEqual({
    min: 1,
    min_idx: 1,
    max: 3,
    max_idx: 0,
    avg: 2,
    stdev: 1,
    variance: 1,
    sum: 6,
    len: 3,
  })
  expect(value('series_stats_dynamic(dynamic([3, null])).avg')).toBeNull()
  expect(value('series_stats_dynamic(dynamic([3, null]), true).avg')).toBe(3)
})

test('a series with gaps has no sum', () => {
  expect(() => value('series_sum(dynamic([1, null]))')).toThrow('fill them first')
})

test('a Fourier transform of any length and its inverse', () => {
  const [row = []] = evaluate(
    'print x = dynamic([3, 1, 2, 0, 5, 4]) | extend (r, i) = series_fft(x) | extend (back, zero) = series_ifft(r, i)',
  ).rows
  const [, real, imaginary, back] = row as number[][]
  expect([real?.[0], real?.[3]]).toEqual([expect.closeTo(15, 12), expect.closeTo(5, 12)])
  expect(imaginary?.[1]).toBeCloseTo((-(1 + 2) + (5 + 4)) * (Math.sqrt(3) / 2), 12)
  expect(back).toEqual([3, 1, 2, 0, 5, 4].map((cell) => expect.closeTo(cell, 12)))
})

test('two lines meet where they fit best', () => {
  const [row = []] = evaluate(
    'print x = dynamic([1, 3, 5, 7, 6, 5, 4]) | extend (r, s, v, rv, line, rr, rs, ri, rv2, rrv, lr, ls) = series_fit_2lines(x) | project r, s, line, rs, ls',
  ).rows
  expect(row[0]).toBeCloseTo(1, 12)
  expect(row.slice(1)).toEqual([
    3,
    [1, 3, 5, 7, 6, 5, 4].map((cell) => expect.closeTo(cell, 12)),
    expect.closeTo(-1, 12),
    expect.closeTo(2, 12),
  ])
})

test('whether a series holds reals shows where the query says so', () => {
  expect(value('series_fill_linear(dynamic([1.0, null, 2.0]))')).toEqual([1, 1.5, 2])
  expect(value('series_fill_linear(dynamic([1, null, 2]))')).toEqual([1, 1, 2])
  expect(value("series_fill_linear(parse_json('[1.0, null, 2]'))")).toEqual([1, 1.5, 2])
})
