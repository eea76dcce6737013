import { expect, test } from 'vitest'
import { value, valueOver } from '../value.ts'

test.each([
  ['tolong("42")', 42],
  ['tolong("")', null],
  ['tolong("4x")', null],
  ['tolong(-2.9)', -2],
  ['toint("2147483648")', null],
  ['toint(true)', 1],
  ['todouble("1e3")', 1000],
  ['todouble("1,5")', null],
  ['tobool("TRUE")', true],
  ['tobool(2)', true],
  ['tobool("maybe")', null],
  ['tostring(1.0)', '1.0'],
  ['tostring(true)', 'True'],
  ['tostring(dynamic(true))', 'true'],
  ['tostring(datetime(null))', ''],
  ['tostring(dynamic("text"))', 'text'],
  ['tostring(2h)', '02:00:00'],
  ['toguid("74BE27DE1E4E49D9B579FE0B331D3642")', '74be27de-1e4e-49d9-b579-fe0b331d3642'],
  ['toguid("short")', null],
  ['todatetime("soon")', null],
  ['totimespan("0.01:00:00")', '01:00:00'],
  ['gettype(dynamic([1]))', 'array'],
  ['gettype(dynamic({}))', 'dictionary'],
  ['gettype(1h)', 'timespan'],
  ['gettype(parse_json(""))', 'null'],
  ['isnull(tolong("x"))', true],
  ['isnull(tostring(long(null)))', false],
  ['parse_json("{oops")', '{oops'],
])('%s', (expression, expected) => {
  expect(value(expression)).toBe(expected)
})

test('converts what a dynamic value holds, and nothing else', () => {
  const d = { d: 'dynamic({"n": 1.9, "s": "7", "b": true, "a": [1]})' }
  expect(['n', 's', 'b', 'a'].map((key) => valueOver(d, `tolong(d.${key})`))).toEqual([1, 7, 1, null])
  expect(valueOver(d, 'tostring(d.a)')).toBe('[1]')
  expect(valueOver(d, 'tostring(d.absent)')).toBe('')
})

test('refuses a conversion whose answer is not known', () => {
  expect(() => valueOver({ a: '5' }, 'todatetime(a)')).toThrow('converting long to datetime')
})
