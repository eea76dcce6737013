import { isValid } from 'date-fns/isValid'
import { parseISO } from 'date-fns/parseISO'
import { invalid } from './errors.ts'

/** A half-open stretch of time: `from` ≤ t < `to`, UTC. */
export interface Window {
  readonly from: Date
  readonly to: Date
}

const milliseconds = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000 } as const
const short = /^(\d{1,6})([wdhms])$/i
const iso = /^P(?!$)(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?=\d)(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?$/i

/** The length of a span such as `30d`, `12h`, `15m`, `P30D` or `PT12H`, in milliseconds. Throws InvalidInput. */
export function parseSpan(text: string): number {
  const [, count, unit] = short.exec(text.trim()) ?? []
  if (count && unit) return Number(count) * milliseconds[unit.toLowerCase() as keyof typeof milliseconds]
  const parts = iso.exec(text.trim())?.slice(1)
  if (!parts)
    throw invalid(
      `'${text}' is not a time span`,
      'Give a number and a unit, such as 30d, 12h or 15m, or ISO 8601 such as P30D.',
    )
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0))
  const { w, d, h, m, s } = milliseconds
  return weeks * w + days * d + hours * h + minutes * m + seconds * s
}

/** A point in time from ISO 8601 text; without an offset it is UTC. Throws InvalidInput. */
export function parseTime(text: string): Date {
  const hasOffset = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text)
  const time = parseISO(hasOffset ? text : text.includes('T') ? `${text}Z` : `${text}T00:00:00Z`)
  if (!isValid(time))
    throw invalid(`'${text}' is not a time`, 'Give ISO 8601, such as 2026-11-20 or 2026-11-20T09:00:00Z (UTC).')
  return time
}

/** Whole days from `earlier` to `later`; null when a time is unknown. */
export function daysBetween(earlier: string | null, later: Date): number | null {
  return earlier === null ? null : Math.floor((later.getTime() - new Date(earlier).getTime()) / milliseconds.d)
}

/** The window from `since`, or else `timespan` before its end, to `until`, or else now. Throws InvalidInput for an empty one. */
export function windowOf(
  input: { readonly timespan: string; readonly since: string; readonly until: string },
  asOf: Date,
): Window {
  const to = input.until ? parseTime(input.until) : asOf
  const from = input.since ? parseTime(input.since) : new Date(to.getTime() - parseSpan(input.timespan))
  if (from >= to)
    throw invalid(`The window from ${from.toISOString()} to ${to.toISOString()} is empty`, 'Give since before until.')
  return { from, to }
}
