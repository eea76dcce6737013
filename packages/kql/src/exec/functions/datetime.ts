import { UnsupportedKql } from '../../errors.ts'
import { civil, daysInMonth, fromCivil, inRange } from '../../values/datetime.ts'
import { fromBigInt } from '../../values/long.ts'
import { DAY, HOUR, MICROSECOND, MILLISECOND, MINUTE, SECOND } from '../../values/ticks.ts'
import type { CallSite, ScalarFunction } from '../call.ts'
import { typed } from '../typed.ts'
import { count, dayOfYear, endOf, isoWeek, type Period, sizeOf, startOf, weekday } from './calendar.ts'

type Part = (ticks: number) => number

const clock =
  (size: number, limit: number): Part =>
  (ticks) =>
    Math.floor(civil(ticks).time / size) % limit

const parts: Readonly<Record<string, Part>> = {
  year: (ticks) => civil(ticks).year,
  quarter: (ticks) => Math.ceil(civil(ticks).month / 3),
  month: (ticks) => civil(ticks).month,
  week_of_year: isoWeek,
  weekofyear: isoWeek,
  day: (ticks) => civil(ticks).day,
  dayofyear: dayOfYear,
  hour: clock(HOUR, 24),
  minute: clock(MINUTE, 60),
  second: clock(SECOND, 60),
  millisecond: clock(MILLISECOND, 1000),
  microsecond: clock(MICROSECOND, 1_000_000),
  nanosecond: (ticks) => (civil(ticks).time % SECOND) * 100,
}

const addMonths = (ticks: number, amount: number): number | null => {
  const { year, month, day, time } = civil(ticks)
  const months = year * 12 + month - 1 + amount
  const [newYear, newMonth] = [Math.floor(months / 12), (months % 12) + 1]
  return fromCivil(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)), time)
}

const MONTHS: Readonly<Record<string, number>> = { year: 12, quarter: 3, month: 1 }

/** The name of a period as an argument spells it, in any case. */
const period = (site: CallSite, name: string): Period => {
  const known = name.toLowerCase() as Period
  if (sizeOf(known) || MONTHS[known] || known === 'nanosecond') return known
  throw new UnsupportedKql(`${site.name} with the period ${JSON.stringify(name)}`, site.at)
}

const add: ScalarFunction = (site) =>
  typed(['string', 'long', 'datetime'], (name: string, amount: number, ticks: number) => {
    const unit = period(site, name)
    const months = MONTHS[unit]
    if (months) return addMonths(ticks, months * amount)
    const size = sizeOf(unit) ?? 1 / 100
    return inRange(ticks + Math.trunc(amount * size))
  })(site)

const difference: ScalarFunction = (site) =>
  typed(['string', 'datetime', 'datetime'], (name: string, left: number, right: number) => {
    const unit = period(site, name)
    return unit === 'nanosecond' ? fromBigInt(BigInt(left - right) * 100n) : count(unit, left) - count(unit, right)
  })(site)

const part: ScalarFunction = (site) =>
  typed(['string', 'datetime'], (name: string, ticks: number) => {
    const read = parts[name.toLowerCase()]
    if (!read) throw new UnsupportedKql(`${site.name} with the part ${JSON.stringify(name)}`, site.at)
    return read(ticks)
  })(site)

const make = (year: number, month: number, day: number, hour = 0, minute = 0, second = 0): number | null => {
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second >= 60) return null
  // Scaling first keeps the decimal fraction: 1.1 seconds are 11,000,000 ticks and not 10,999,999.
  const ticks = Math.trunc(Number((second * SECOND).toFixed(2)))
  return fromCivil(year, month, day, hour * HOUR + minute * MINUTE + ticks)
}

const starts = (unit: Period): ScalarFunction =>
  typed(['datetime', 'long'], (ticks: number, shift = 0) => startOf(unit, ticks, shift))
const ends = (unit: Period): ScalarFunction =>
  typed(['datetime', 'long'], (ticks: number, shift = 0) => endOf(unit, ticks, shift))

const read = (name: string): ScalarFunction => typed(['datetime'], parts[name] as Part)

/** Functions of datetimes; always UTC. */
export const datetimeFunctions: Readonly<Record<string, ScalarFunction>> = {
  now:
    (site) =>
    (offset: number | null = 0) =>
      offset === null ? null : site.now + offset,
  ago: (site) => typed(['timespan'], (span: number) => site.now - span)(site),
  datetime_add: add,
  datetime_diff: difference,
  datetime_part: part,
  datepart: part,
  make_datetime: (site) => {
    if (site.types.length < 3) throw new UnsupportedKql(`${site.name} without a day`, site.at, 'use todatetime()')
    return typed(['long', 'long', 'long', 'long', 'long', 'real'], make)(site)
  },
  startofyear: starts('year'),
  startofmonth: starts('month'),
  startofweek: starts('week'),
  startofday: starts('day'),
  endofyear: ends('year'),
  endofmonth: ends('month'),
  endofweek: ends('week'),
  endofday: ends('day'),
  getyear: read('year'),
  getmonth: read('month'),
  monthofyear: read('month'),
  dayofmonth: read('day'),
  dayofyear: read('dayofyear'),
  hourofday: read('hour'),
  week_of_year: read('week_of_year'),
  dayofweek: typed(['datetime'], (ticks: number) => weekday(ticks) * DAY),
}
