import type { Window } from '@infra-analysis/core'

const duration = /^P(?!$)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i
const time = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/i
const units = [604_800_000, 86_400_000, 3_600_000, 60_000, 1000]

/** The window of an ISO 8601 interval: a duration up to now, start/end, start/duration or duration/end; undefined for any other text. */
export function windowIn(timespan: string, now: Date): Window | undefined {
  const [first = '', second, ...more] = timespan.split('/')
  if (more.length > 0) return undefined
  const [start, length, end] = [timeOf(first), millisecondsOf(first), second === undefined ? now : timeOf(second)]
  const lengthBehind = second === undefined ? undefined : millisecondsOf(second)
  if (start && second !== undefined && end) return { from: start, to: end }
  if (start && lengthBehind !== undefined) return { from: start, to: new Date(start.getTime() + lengthBehind) }
  if (length !== undefined && end) return { from: new Date(end.getTime() - length), to: end }
  return undefined
}

function millisecondsOf(text: string): number | undefined {
  const parts = duration.exec(text)?.slice(1)
  return parts?.reduce((sum, part, place) => sum + Number(part ?? 0) * (units[place] ?? 0), 0)
}

function timeOf(text: string): Date | undefined {
  const [found, zone] = time.exec(text) ?? []
  if (found === undefined) return undefined
  const at = new Date(zone === undefined && found.includes('T') ? `${found}Z` : found)
  return Number.isNaN(at.getTime()) ? undefined : at
}
