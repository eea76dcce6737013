import { expect, test } from 'vitest'
import { value, valueOver } from '../value.ts'

const present = 'long(1)'
const absent = 'long(null)'

test.each([
  ['==', false, null],
  ['!=', true, null],
  ['<', null, null],
  ['>=', null, null],
])('%s with one null side and with two', (operator, one, both) => {
  expect(valueOver({ a: present, b: absent }, `a ${operator} b`)).toBe(one)
  expect(valueOver({ a: absent, b: present }, `a ${operator} b`)).toBe(one)
  expect(valueOver({ a: absent, b: absent }, `a ${operator} b`)).toBe(both)
})

test.each([
  ['1 == 1.0', true],
  ['9007199254740993 == 9007199254740992', false],
  ['"a" == "A"', false],
  ['real(nan) == real(nan)', false],
  ['datetime(2024-01-01) < datetime(2024-01-02)', true],
  ['dynamic({"a":1,"b":2}) == dynamic({"b":2,"a":1})', true],
  ['dynamic([1,2]) == dynamic([2,1])', false],
  ['5 between (5 .. 6)', true],
  ['7 !between (5 .. 6)', true],
  ['long(null) between (5 .. 6)', null],
  ['datetime(2024-01-03) between (datetime(2024-01-01) .. 2d)', true],
  ['datetime(2024-01-04) between (datetime(2024-01-01) .. 2d)', false],
])('%s', (expression, expected) => {
  expect(value(expression)).toBe(expected)
})

test('a dynamic side is compared as the type of the other', () => {
  const d = { d: 'dynamic({"n": 5, "s": "5", "f": 5.5, "t": "2024-01-01"})' }
  expect(valueOver(d, 'd.n == 5')).toBe(true)
  expect(valueOver(d, 'd.s == 5')).toBe(true)
  expect(valueOver(d, 'd.f == 5')).toBe(false)
  expect(valueOver(d, 'd.n == "5"')).toBe(true)
  expect(valueOver(d, 'd.t == datetime(2024-01-01)')).toBe(true)
  expect(valueOver(d, 'd.absent == 5')).toBe(false)
})

test('refuses to compare a text with a number', () => {
  expect(() => valueOver({ a: '"1"' }, 'a == 1')).toThrow('between string and long')
})
