import { expect, test } from 'vitest'
import { daysBetween, parseSpan, parseTime } from '../src/time.ts'

const hour = 3_600_000

test.each([
  ['30d', 720 * hour],
  ['12h', 12 * hour],
  ['15m', hour / 4],
  ['90s', 90_000],
  ['2w', 336 * hour],
  ['P30D', 720 * hour],
  ['PT12H', 12 * hour],
  ['p1dt6h', 30 * hour],
  ['0d', 0],
])('%s', (text, milliseconds) => {
  expect(parseSpan(text)).toBe(milliseconds)
})

test.each(['', '30', 'd', '-1d', '1.5d', '30 days', 'P', 'PT', 'P1M', '1e3d', '30d; drop'])(
  '%j is not a span',
  (text) => {
    expect(() => parseSpan(text)).toThrow(expect.objectContaining({ code: 'InvalidInput' }))
  },
)

test.each([
  ['2026-11-20', '2026-11-20T00:00:00.000Z'],
  ['2026-11-20T09:00', '2026-11-20T09:00:00.000Z'],
  ['2026-11-20T09:00:00+05:30', '2026-11-20T03:30:00.000Z'],
])('%s', (text, iso) => {
  expect(parseTime(text).toISOString()).toBe(iso)
})

test.each(['', 'yesterday', '2026-13-01', '20.11.2026'])('%j is not a time', (text) => {
  expect(() => parseTime(text)).toThrow(expect.objectContaining({ code: 'InvalidInput' }))
})

test('days are whole, and unknown for an unknown time', () => {
  const now = new Date('2026-11-20T09:00:00Z')
  expect(daysBetween('2026-11-10T17:00:00.0000000Z', now)).toBe(9)
  expect(daysBetween(null, now)).toBeNull()
})
