import { expect, test } from 'vitest'
import { evaluate } from '../../src/index.ts'
import { summarized } from '../value.ts'

const one = (type: string, cells: readonly string[], aggregate: string): unknown =>
  summarized(type, cells, aggregate).rows[0]?.[0]

const values = ['3', 'long(null)', '1', '3', '5']

test.each([
  ['count()', 5, 0],
  ['countif(x > 2)', 3, 0],
  ['dcount(x)', 3, 0],
  ['dcountif(x, x > 2)', 2, 0],
  ['count_distinct(x)', 3, 0],
  ['sum(x)', 12, 0],
  ['sumif(x, x > 2)', 11, 0],
  ['avg(x)', 3, 'NaN'],
  ['avgif(x, x > 3)', 5, 'NaN'],
  ['min(x)', 1, null],
  ['max(x)', 5, null],
  ['minif(x, x > 1)', 3, null],
  ['maxif(x, x < 5)', 3, null],
  ['variance(x)', 8 / 3, 0],
  ['variancep(x)', 2, 0],
  ['stdevp(x)', Math.SQRT2, 0],
  ['varianceif(x, x == 3)', 0, 0],
  ['percentile(x, 50)', 3, null],
  ['percentile(x, 75)', 3, null],
  ['percentile(x, 76)', 5, null],
  ['percentile(x, 0)', 1, null],
  ['take_any(x)', 3, null],
  ['binary_all_or(x)', 7, null],
  ['binary_all_and(x)', 1, null],
  ['binary_all_xor(x)', 4, null],
  ['make_list(x)', [3, 1, 3, 5], []],
  ['make_list(x, 2)', [3, 1], []],
  ['make_list_if(x, x > 1)', [3, 3, 5], []],
  ['make_list_with_nulls(x)', [3, null, 1, 3, 5], []],
  ['make_set(x)', [3, 1, 5], []],
  ['make_set_if(x, x > 1, 1)', [3], []],
  ['percentiles_array(x, 50, 100)', [3, 5], [null, null]],
])('%s of values and of nothing', (aggregate, some, none) => {
  expect(one('long', values, aggregate)).toEqual(some)
  expect(one('long', [], aggregate)).toEqual(none)
})

test('sums of longs stay exact beyond 2^53', () => {
  expect(one('long', ['9007199254740991', '9007199254740991', '1'], 'sum(x)')).toBe('18014398509481983')
  expect(one('long', ['4611686018427387904', '1'], 'sum(x)')).toBe('4611686018427387905')
})

test('averages keep timespans and datetimes', () => {
  expect(one('timespan', ['1h', '2h'], 'avg(x)')).toBe('01:30:00')
  expect(one('datetime', ['datetime(2024-01-01)', 'datetime(2024-01-03)'], 'avg(x)')).toBe(
    '2024-01-02T00:00:00.0000000Z',
  )
})

test('a set over arrays holds their elements', () => {
  expect(one('dynamic', ['dynamic([1, 2])', 'dynamic([2, 3])', 'dynamic("x")'], 'make_set(x)')).toEqual([1, 2, 3, 'x'])
})

test('a bag keeps the first value of a key', () => {
  expect(one('dynamic', ['dynamic({"a": 1})', 'dynamic(null)', 'dynamic({"a": 2, "b": 3})'], 'make_bag(x)')).toEqual({
    a: 1,
    b: 3,
  })
})

test('a schema gathers the kinds of each place', () => {
  const cells = ['dynamic({"a": 1, "b": [true]})', 'dynamic({"a": "x", "b": [{"c": 1.5}]})']
  expect(one('dynamic', cells, 'buildschema(x)')).toEqual({
    a: ['long', 'string'],
    b: { '`indexer`': ['bool', { c: 'double' }] },
  })
})

test('take_any prefers what is not empty', () => {
  expect(one('string', ['""', '"a"', '"b"'], 'take_any(x)')).toBe('a')
})

const pairs = 'datatable(k:string, n:long, w:long)["a", 2, 1, "b", long(null), 9, "c", 7, 3, "d", 7, 1]'

test('arg_max and arg_min keep the row of the extreme, the first of equals, nulls aside', () => {
  expect(evaluate(`${pairs} | summarize arg_max(n, k)`).rows).toEqual([[7, 'c']])
  expect(evaluate(`${pairs} | summarize arg_min(n, *)`).rows).toEqual([[2, 'a', 1]])
  expect(evaluate(`${pairs} | where isnull(n) | summarize arg_max(n, k)`).rows).toEqual([[null, 'b']])
})

test('weighted percentiles count each value by its weight', () => {
  expect(evaluate(`${pairs} | summarize percentilesw(n, w, 20, 21)`).rows).toEqual([[2, 7]])
})

test('covariances leave out rows with a null', () => {
  const rows = evaluate(
    'datatable(x:real, y:real)[1, 2, 3, 6, 5, real(null)] | summarize covariance(x, y), covariancep(x, y), covarianceif(x, y, x > 1)',
  ).rows
  expect(rows).toEqual([[4, 2, 0]])
})
