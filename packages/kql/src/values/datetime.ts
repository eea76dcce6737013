import { DAY, MILLISECOND, SECOND } from './ticks.ts'

/** 2020-01-01 in milliseconds since 1970: the zero of a datetime's ticks. */
export const EPOCH_MILLISECONDS: number = Date.UTC(2020, 0, 1)

/** Days from 0001-01-01 to 2020-01-01; in ticks the distance is beyond what a double holds exactly. */
export const DAYS_BEFORE_EPOCH = 737_424

const FIRST: number = -DAYS_BEFORE_EPOCH * DAY
const LAST: number = 2_914_635 * DAY

/** A datetime's calendar day and the ticks since that day's midnight. */
export interface Civil {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly time: number
}

/** Ticks of a JavaScript date. */
export const fromDate = (date: Date): number => (date.getTime() - EPOCH_MILLISECONDS) * MILLISECOND

/** Ticks of midnight; months and days beyond their range carry over, as in `Date.UTC`. */
export const midnight = (year: number, month: number, day: number): number => {
  // Counted in years that begin in March, so that a leap day is the last of its year.
  const months = year * 12 + month - 3
  const years = Math.floor(months / 12)
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400)
  const dayOfYear = Math.floor((153 * (months - years * 12) + 2) / 5) + day - 1
  return (years * 365 + leapDays + dayOfYear - 737_730) * DAY
}

/** Days in a month, 1 to 12. */
export const daysInMonth = (year: number, month: number): number =>
  (midnight(year, month + 1, 1) - midnight(year, month, 1)) / DAY

/** Ticks of a calendar date and a time of day in ticks, or null when there is no such date. */
export const fromCivil = (year: number, month: number, day: number, time = 0): number | null => {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return null
  if (day > 28 && day > daysInMonth(year, month)) return null
  return midnight(year, month, day) + time
}

/** The calendar day of a datetime. */
export const civil = (ticks: number): Civil => {
  const days = Math.floor(ticks / DAY)
  const date = new Date(EPOCH_MILLISECONDS + days * 86_400_000)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    time: ticks - days * DAY,
  }
}

/** The datetime itself, or null outside the years 1 to 9999. */
export const inRange = (ticks: number): number | null => (ticks >= FIRST && ticks <= LAST ? ticks : null)

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

/** A datetime as `2020-01-01T00:00:00.0000000Z`. */
export const printDatetime = (ticks: number): string => {
  // The last moments of the year 9999 round up to the year 10000, which has no spelling.
  if (ticks >= LAST) return '9999-12-31T23:59:59.9999999Z'
  const seconds = Math.floor(ticks / SECOND)
  const text = new Date(EPOCH_MILLISECONDS + seconds * 1000).toISOString()
  return `${text.slice(0, 19)}.${pad(ticks - seconds * SECOND, 7)}Z`
}
