import { expect, test } from 'vitest'
import { value } from '../value.ts'

/** A number up to rounding, anything else as it is. */
const near = (expected: unknown): unknown => (typeof expected === 'number' ? expect.closeTo(expected, 9) : expected)

test.each([
  ['round(2.5)', 3],
  ['round(-2.5)', -3],
  ['round(1.005, 2)', 1.01],
  ['round(1251, -2)', 1300],
  ['abs(-5)', 5],
  ['abs(-1h)', '01:00:00'],
  ['ceiling(-0.5)', 0],
  ['sign(-3.5)', -1],
  ['sqrt(-1)', null],
  ['log(-1)', null],
  ['acos(2)', null],
  ['exp2(10)', 1024],
  ['pow(2, -1)', 0.5],
  ['isnan(real(nan))', true],
  ['isinf(1.0 / 0)', true],
  ['isfinite(1.0 / 0)', false],
  ['max_of(long(null), 3, 2)', 3],
  ['min_of(long(null), 3, 2)', 2],
  ['max_of(long(null), long(null))', null],
  ['binary_and(12, 10)', 8],
  ['binary_not(0)', -1],
  ['binary_shift_left(1, 62)', '4611686018427387904'],
  ['binary_shift_right(-8, 1)', -4],
  ['bitset_count_ones(-1)', 64],
  ['tohex(255, 4)', '00ff'],
  ['tohex(int(-1))', 'ffffffff'],
  ['convert_length(1, "Kilometer", "Yard")', 1093.6132983377079],
  ['convert_temperature(100, "DegreeCelsius", "DegreeFahrenheit")', 212],
  ['convert_volume(1, "CubicMeter", "Liter")', 1000],
  ['format_bytes(1536, 1)', '1.5 KB'],
  ['format_bytes(3145728, 0, "KB")', '3072 KB'],
])('%s', (expression, expected) => {
  expect(value(expression)).toEqual(near(expected))
})

test('refuses a unit whose size is not known', () => {
  expect(() => value('convert_length(1, "Smoot", "Meter")')).toThrow('the unit "Smoot"')
})
