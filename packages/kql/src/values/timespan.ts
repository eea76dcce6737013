import { DAY, HOUR, MICROSECOND, MILLISECOND, MINUTE, SECOND } from './ticks.ts'

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^d(ays?)?$/, DAY],
  [/^h(rs?|ours?)?$/, HOUR],
  [/^m(in|inutes?)?$/, MINUTE],
  [/^s(ec|econds?)?$/, SECOND],
  [/^(ms|milli(s|sec|seconds?)?)$/, MILLISECOND],
  [/^micro(s|sec|seconds?)?$/, MICROSECOND],
  [/^nano(s|sec|seconds?)?$/, 1 / 100],
  [/^ticks?$/, 1],
]

const CLOCK = /^(-)?(?:(\d+)\.)?(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,7}))?)?$/
const QUANTITY = /^(-?\d+(?:\.\d+)?)\s*([a-z]*)$/

const fromClock = (parts: readonly (string | undefined)[]): number | null => {
  const [, sign, days = 0, hours = 0, minutes = 0, seconds = 0, fraction = ''] = parts
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null
  const whole = Number(days) * DAY + Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND
  const ticks = whole + Number(fraction.padEnd(7, '0'))
  return sign ? 0 - ticks : ticks
}

/** The timespan that a text spells, in ticks, or null: `[-][d.]hh:mm[:ss[.fffffff]]`, a number of days, or a number with a unit (`1.5h`). */
export const parseTimespan = (text: string): number | null => {
  const trimmed = text.trim()
  const clock = CLOCK.exec(trimmed)
  if (clock) return fromClock(clock)
  const quantity = QUANTITY.exec(trimmed.toLowerCase())
  if (!quantity) return null
  const [, amount, unit = ''] = quantity
  const size = unit === '' ? DAY : UNITS.find(([name]) => name.test(unit))?.[1]
  return size === undefined ? null : Math.round(Number(amount) * size)
}

const pad = (value: number, width = 2): string => String(value).padStart(width, '0')

/** A timespan as `[-][d.]hh:mm:ss[.fffffff]`. */
export const printTimespan = (ticks: number): string => {
  const size = Math.abs(ticks)
  const days = Math.floor(size / DAY)
  const seconds = Math.floor((size - days * DAY) / SECOND)
  const fraction = size - days * DAY - seconds * SECOND
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => pad(part))
    .join(':')
  return `${ticks < 0 ? '-' : ''}${days ? `${days}.` : ''}${clock}${fraction ? `.${pad(fraction, 7)}` : ''}`
}
