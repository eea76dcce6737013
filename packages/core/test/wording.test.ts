import fc from 'fast-check'
import { expect, test } from 'vitest'
import { counted, numeral } from '../src/wording.ts'

test.each([
  [0, '0'],
  [999, '999'],
  [1024, '1,024'],
  [1234567.8912, '1,234,567.891'],
  [-1500, '-1,500'],
  [0.5, '0.5'],
])('%d is written %s', (value, text) => {
  expect(numeral(value)).toBe(text)
})

test('numbers are written as English has them', () => {
  fc.assert(
    fc.property(fc.integer(), (value) => {
      expect(numeral(value)).toBe(value.toLocaleString('en-US'))
    }),
  )
})

test('one is singular', () => {
  expect([counted(1, 'server'), counted(1200, 'server')]).toEqual(['1 server', '1,200 servers'])
})
