import { expect, test } from 'vitest'
import { parseTimespan, printTimespan } from '../../src/values/timespan.ts'

const roundTrip = (text: string): string | null => {
  const ticks = parseTimespan(text)
  return ticks === null ? null : printTimespan(ticks)
}

test.each([
  ['00:00', '00:00:00'],
  ['01:02:03', '01:02:03'],
  ['-4.01:02:03.5', '-4.01:02:03.5000000'],
  ['3', '3.00:00:00'],
  ['1.5h', '01:30:00'],
  ['90 minutes', '01:30:00'],
  ['250ms', '00:00:00.2500000'],
  ['7microseconds', '00:00:00.0000070'],
  ['1tick', '00:00:00.0000001'],
])('reads %s', (text, printed) => {
  expect(roundTrip(text)).toBe(printed)
})

test.each(['', 'soon', '24:00:00', '00:60:00', '3 weeks'])('does not read %j', (text) => {
  expect(roundTrip(text)).toBeNull()
})
