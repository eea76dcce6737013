import { UnsupportedKql } from '../../errors.ts'
import { EPOCH_MILLISECONDS } from '../../values/datetime.ts'
import { DAY, MILLISECOND } from '../../values/ticks.ts'
import type { CallSite, ScalarFunction } from '../call.ts'
import { typed } from '../typed.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (site: CallSite, timezone: string): Intl.DateTimeFormat => {
  const known = formats.get(timezone)
  if (known) return known
  try {
    const made = new Intl.DateTimeFormat('en-US', { timeZone: timezone, timeZoneName: 'longOffset' })
    formats.set(timezone, made)
    return made
  } catch {
    throw new UnsupportedKql(`the time zone ${JSON.stringify(timezone)}`, site.at)
  }
}

/** The offset of a time zone from UTC at a UTC datetime, in ticks. */
const offsetAt = (site: CallSite, ticks: number, timezone: string): number => {
  const parts = formatOf(site, timezone).formatToParts(EPOCH_MILLISECONDS + Math.floor(ticks / MILLISECOND))
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours = 0, minutes = 0, seconds = 0] = /([+-])(\d+):(\d+)(?::(\d+))?/.exec(name) ?? []
  const offset = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 * MILLISECOND
  return sign === '-' ? -offset : offset
}

/** A local time that clocks skip counts as daylight time, one that they repeat as standard time. */
const toUtc = (site: CallSite, local: number, timezone: string): number => {
  const offsets = [offsetAt(site, local - DAY, timezone), offsetAt(site, local + DAY, timezone)].toSorted(
    (a, b) => a - b,
  )
  const fitting = offsets.find((offset) => offsetAt(site, local - offset, timezone) === offset)
  return local - (fitting ?? offsets.at(-1) ?? 0)
}

/** Datetimes moved between UTC and the local time of an IANA time zone. */
export const timezones: Readonly<Record<string, ScalarFunction>> = {
  datetime_utc_to_local: (site) =>
    typed(['datetime', 'string'], (ticks: number, timezone: string) => ticks + offsetAt(site, ticks, timezone))(site),
  datetime_local_to_utc: (site) =>
    typed(['datetime', 'string'], (ticks: number, timezone: string) => toUtc(site, ticks, timezone))(site),
}
