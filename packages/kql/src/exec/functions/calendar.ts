import { civil, midnight } from '../../values/datetime.ts'
import { DAY, floorTo, HOUR, MICROSECOND, MILLISECOND, MINUTE, SECOND } from '../../values/ticks.ts'

/** The parts of a calendar that datetimes are cut into. */
export type Period =
  | 'year'
  | 'quarter'
  | 'month'
  | 'week'
  | 'day'
  | 'hour'
  | 'minute'
  | 'second'
  | 'millisecond'
  | 'microsecond'
  | 'nanosecond'

const SIZES: Readonly<Partial<Record<Period, number>>> = {
  day: DAY,
  hour: HOUR,
  minute: MINUTE,
  second: SECOND,
  millisecond: MILLISECOND,
  microsecond: MICROSECOND,
}

// 2020-01-05 is a Sunday, the first day of a week.
const SUNDAY: number = 4 * DAY

const months = (ticks: number): number => {
  const { year, month } = civil(ticks)
  return year * 12 + month - 1
}

/** How many whole periods lie between a fixed origin and a datetime; weeks begin on Sunday. */
export const count = (period: Period, ticks: number): number => {
  if (period === 'year') return civil(ticks).year
  if (period === 'quarter') return Math.floor(months(ticks) / 3)
  if (period === 'month') return months(ticks)
  if (period === 'week') return Math.floor((ticks - SUNDAY) / (7 * DAY))
  return Math.floor(ticks / (SIZES[period] ?? 1))
}

/** The first tick of the period that is `shift` periods after the one a datetime is in. */
export const startOf = (period: Period, ticks: number, shift = 0): number => {
  if (period === 'year') return midnight(count(period, ticks) + shift, 1, 1)
  if (period === 'month') return midnight(0, count(period, ticks) + shift + 1, 1)
  if (period === 'quarter') return midnight(0, (count(period, ticks) + shift) * 3 + 1, 1)
  if (period === 'week') return floorTo(ticks - SUNDAY, 7 * DAY) + SUNDAY + shift * 7 * DAY
  const size = SIZES[period] ?? 1
  return floorTo(ticks, size) + shift * size
}

/** The last tick of the period that is `shift` periods after the one a datetime is in. */
export const endOf = (period: Period, ticks: number, shift = 0): number => startOf(period, ticks, shift + 1) - 1

/** The size of a period of fixed length in ticks; undefined for months, quarters and years. */
export const sizeOf = (period: Period): number | undefined => (period === 'week' ? 7 * DAY : SIZES[period])

/** The day of the year, from 1. */
export const dayOfYear = (ticks: number): number => Math.floor((ticks - startOf('year', ticks)) / DAY) + 1

/** The day of the week, Sunday is 0. */
export const weekday = (ticks: number): number => Math.floor((ticks - startOf('week', ticks)) / DAY)

/** The ISO 8601 week: weeks begin on Monday, the first one holds the year's first Thursday. */
export const isoWeek = (ticks: number): number => {
  const thursday = floorTo(ticks, DAY) + (4 - (weekday(ticks) || 7)) * DAY
  return Math.floor((dayOfYear(thursday) - 1) / 7) + 1
}
