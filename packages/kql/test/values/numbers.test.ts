import { expect, test } from 'vitest'
import { fromBigInt, parseLong, toInt, truncate } from '../../src/values/long.ts'
import { parseReal, printReal } from '../../src/values/real.ts'

test.each([
  ['12', 12],
  [' -7 ', -7],
  ['0x1F', 31],
  ['9223372036854775807', 9_223_372_036_854_775_807n],
  ['9223372036854775808', null],
  ['0xffffffffffffffff', -1],
  ['1.5', null],
  ['', null],
])('reads the long %j', (text, long) => {
  expect(parseLong(text)).toBe(long)
})

test('keeps a long a number up to 2^53 and wraps at 64 bits', () => {
  expect(fromBigInt(2n ** 53n - 1n)).toBe(9_007_199_254_740_991)
  expect(fromBigInt(2n ** 53n)).toBe(2n ** 53n)
  expect(fromBigInt(2n ** 63n)).toBe(-(2n ** 63n))
})

test('drops the fraction toward zero', () => {
  expect([2.9, -2.9, -0.5, Number.NaN, 1e300].map(truncate)).toEqual([2, -2, 0, null, null])
  expect([2 ** 31 - 1, 2 ** 31].map(toInt)).toEqual([2_147_483_647, null])
})

test.each([
  [1, '1.0'],
  [0.1, '0.1'],
  [-2.5e-7, '-2.5E-07'],
  [1e21, '1E+21'],
  [Number.NaN, 'NaN'],
])('prints the real %d', (real, text) => {
  expect(printReal(real)).toBe(text)
  expect(parseReal(text)).toBe(real)
})
