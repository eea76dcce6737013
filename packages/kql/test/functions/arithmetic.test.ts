import { expect, test } from 'vitest'
import { value, valueOver } from '../value.ts'

test.each([
  ['7 / 2', 3],
  ['-7 / 2', -3],
  ['7 / 2.0', 3.5],
  ['1 / 0', null],
  ['1 % 0', null],
  ['1.0 / 0', 'Infinity'],
  ['-1.0 / 0', '-Infinity'],
  ['0.0 / 0', 'NaN'],
  ['-7 % 3', 2],
  ['7 % -3', 1],
  ['-5.5 % 2', 0.5],
  ['9007199254740991 + 2', '9007199254740993'],
  ['9007199254740993 - 2', 9_007_199_254_740_991],
  ['3037000500 * 3037000500', '-9223372036709301616'],
  ['1d / 6h', 4],
  ['1d / 4', '06:00:00'],
  ['1h * 1.5', '01:30:00'],
  ['datetime(2024-03-01) - datetime(2024-02-28)', '2.00:00:00'],
  ['datetime(2024-02-28) + 2d', '2024-03-01T00:00:00.0000000Z'],
  ['long(null) + 1', null],
  ['1d - timespan(null)', null],
])('%s', (expression, expected) => {
  expect(value(expression)).toBe(expected)
})

test('a dynamic operand takes the type of the other', () => {
  expect(valueOver({ d: 'dynamic({"n": 5})' }, 'd.n + 2')).toBe(7)
  expect(valueOver({ d: 'dynamic({"n": "5"})' }, 'd.n * 2')).toBe(10)
  expect(valueOver({ d: 'dynamic({"n": 5})' }, 'd.absent + 2')).toBeNull()
})

test('refuses a quotient whose kind is not known', () => {
  expect(() => valueOver({ d: 'dynamic([7, 2])' }, 'd[0] / d[1]')).toThrow('dividing two dynamic values')
})
