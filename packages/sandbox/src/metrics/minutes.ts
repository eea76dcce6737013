import { clock, hoursAgo } from '../clock.ts'

/** The minute of a moment, counted from 1970. */
export const minuteOf = (at: Date): number => Math.floor(at.getTime() / 60_000)

/** The minute of the clock. */
export const lastMinute: number = minuteOf(clock)

/** The minute from which metrics are kept, three weeks before the clock. */
export const firstMinute: number = minuteOf(hoursAgo(21 * 24))

const week = 7 * 24 * 60
const day = 24 * 60

/** The first of January 1970 was a Thursday. */
const minuteOfWeek = (local: number): number => (local + 3 * day) % week

const ramp = (minute: number, from: number, to: number): number =>
  Math.max(0, Math.min(1, (minute - from) / 60, (to - minute) / 60))

const business = Float64Array.from({ length: week }, (_, minute) =>
  minute < 5 * day ? ramp(minute % day, 7.5 * 60, 18 * 60) : 0,
)

/** How busy an office is, from 0 to 1, at a minute on its own clock. */
export const officeHours = (local: number): number => business[minuteOfWeek(local)] ?? 0

/** How much of the nightly backup runs at a minute on its own clock: it starts at two and takes forty minutes. */
export function nightlyBackup(local: number): number {
  const minute = local % day
  return minute >= 120 && minute < 160 ? 1 : 0
}

/** How far a day has come, from 0 to 1. */
export const shareOfDay = (local: number): number => (local % day) / day
