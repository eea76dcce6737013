import { expect, test } from 'vitest'
import { compare, ordering } from '../../src/values/compare.ts'
import { canonical, equalDynamic, parseJson, stringify } from '../../src/values/dynamic.ts'

const cells = [2, null, Number.NaN, 1]

test('places NaN beside the nulls, on the side of the numbers', () => {
  expect(cells.toSorted(ordering(false, true))).toEqual([null, Number.NaN, 1, 2])
  expect(cells.toSorted(ordering(false, false))).toEqual([1, 2, Number.NaN, null])
  expect(cells.toSorted(ordering(true, true))).toEqual([null, Number.NaN, 2, 1])
  expect(cells.toSorted(ordering(true, false))).toEqual([2, 1, Number.NaN, null])
})

test('orders longs beyond 2^53 among numbers', () => {
  expect([2n ** 60n, 5, -(2n ** 60n)].toSorted(compare)).toEqual([-(2n ** 60n), 5, 2n ** 60n])
})

test('refuses to order what has no order', () => {
  expect(() => compare('1', 2)).toThrow('different kinds')
  expect(() => compare([1], [2])).toThrow('arrays')
})

test('bags are equal without regard to the order of keys', () => {
  expect(equalDynamic({ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 })).toBe(true)
  expect(equalDynamic([1, 2], [2, 1])).toBe(false)
  expect(equalDynamic('1', 1)).toBe(false)
  expect(canonical({ b: 1, a: '"' })).toBe(String.raw`{"a":"\"","b":1}`)
})

test('keeps the digits of longs beyond 2^53 inside JSON', () => {
  expect(stringify(parseJson('{"id":1234567890123456789,"x":0.1234567890123456}'))).toBe(
    '{"id":1234567890123456789,"x":0.1234567890123456}',
  )
})

test('text that is not JSON stays text, empty text is null', () => {
  expect(parseJson('{oops')).toBe('{oops')
  expect(parseJson('  ')).toBeNull()
})
