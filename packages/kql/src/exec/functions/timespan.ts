import { DAY, HOUR, MILLISECOND, MINUTE, SECOND } from '../../values/ticks.ts'
import { UnsupportedKql } from '../../errors.ts'
import { inRange, midnight } from '../../values/datetime.ts'
import type { CallSite, Implementation, ScalarFunction } from '../call.ts'
import { typed } from '../typed.ts'

const inDay = (hours: number, minutes: number, seconds: number): number | null => {
  const valid = hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60 && seconds >= 0 && seconds < 60
  return valid ? hours * HOUR + minutes * MINUTE + Math.trunc(Number((seconds * SECOND).toFixed(2))) : null
}

const fromDays = (days: number, hours: number, minutes: number, seconds: number): number | null => {
  const rest = inDay(hours, minutes, seconds)
  return rest === null ? null : days * DAY + rest
}

const make = (site: CallSite): Implementation => {
  if (site.types.length === 4) return typed(['long', 'long', 'long', 'real'], fromDays)(site)
  if (site.types.length === 1) throw new UnsupportedKql('make_timespan of one argument', site.at, 'use totimespan()')
  return typed(['long', 'long', 'real'], (hours: number, minutes: number, seconds = 0) =>
    inDay(hours, minutes, seconds),
  )(site)
}

const UNIX = midnight(1970, 1, 1)

const sinceUnix = (perTick: (value: number) => number): ScalarFunction =>
  typed(['real'], (value: number) => inRange(UNIX + Math.trunc(perTick(value))))

const around = (value: number, center: number, delta: number): boolean =>
  value >= center - delta && value <= center + delta

/** Timespans made of parts, and datetimes made of the time since 1970. */
export const timespanFunctions: Readonly<Record<string, ScalarFunction>> = {
  make_timespan: make,
  unixtime_seconds_todatetime: sinceUnix((value) => value * SECOND),
  unixtime_milliseconds_todatetime: sinceUnix((value) => value * MILLISECOND),
  unixtime_microseconds_todatetime: sinceUnix((value) => value * 10),
  unixtime_nanoseconds_todatetime: sinceUnix((value) => value / 100),
  around: typed(['any'], around),
}
