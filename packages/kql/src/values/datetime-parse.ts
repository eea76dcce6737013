import { fromCivil } from './datetime.ts'
import { HOUR, MINUTE, SECOND } from './ticks.ts'

const TIME = String.raw`(?:(?:T|\s+)(?<hour>\d{1,2}):(?<minute>\d{1,2})(?::(?<second>\d{1,2})(?:\.(?<fraction>\d+))?)?(?:\s*(?<half>AM|PM))?)?`
const ZONE = String.raw`\s*(?<zone>Z|GMT|UTC|[+-]\d{2}:?\d{2})?`
const WEEKDAY = String.raw`(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s+)?`
const NAMED_MONTH =
  '(?<name>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?'

const formats = [
  String.raw`(?<year>\d{4})(?<separator>[-/])(?<month>\d{1,2})\k<separator>(?<day>\d{1,2})`,
  String.raw`(?<month>\d{1,2})(?<separator>[-/.])(?<day>\d{1,2})\k<separator>(?<year>\d{4})`,
  String.raw`${WEEKDAY}(?<day>\d{1,2})[ -]${NAMED_MONTH}[ -](?<year>\d{4}|\d{2})`,
  String.raw`${WEEKDAY}${NAMED_MONTH}\s+(?<day>\d{1,2}),?\s+(?<year>\d{4})`,
  String.raw`(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})`,
].map((date) => new RegExp(String.raw`^\s*${date}${TIME}${ZONE}\s*$`, 'i'))

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

type Parts = Record<string, string | undefined>

const yearOf = (text = ''): number =>
  text.length === 2 ? Number(text) + (Number(text) < 50 ? 2000 : 1900) : Number(text)

const hourOf = (hour: number, half: string | undefined): number => {
  if (half === undefined) return hour
  return hour >= 1 && hour <= 12 ? (hour % 12) + (half.toUpperCase() === 'PM' ? 12 : 0) : 24
}

const timeOf = (parts: Parts): number | null => {
  const hour = hourOf(Number(parts['hour'] ?? 0), parts['half'])
  const minute = Number(parts['minute'] ?? 0)
  const second = Number(parts['second'] ?? 0)
  if (hour > 23 || minute > 59 || second > 59) return null
  const fraction = Number((parts['fraction'] ?? '').slice(0, 7).padEnd(7, '0'))
  return hour * HOUR + minute * MINUTE + second * SECOND + fraction
}

const offsetOf = (zone: string | undefined): number => {
  const digits = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '')
  if (!digits) return 0
  const offset = Number(digits[2]) * HOUR + Number(digits[3]) * MINUTE
  return digits[1] === '-' ? -offset : offset
}

/** The number that two digits spell. */
const two = (text: string, at: number): number => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528

const wire = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$/

/** The wire's own spelling, `yyyy-MM-ddTHH:mm:ss.fffffffZ`, nearly all that is ever read; null for any other. */
const parseWire = (text: string): number | null => {
  if (text.length !== 28 || !wire.test(text)) return null
  const [hour, minute, second] = [two(text, 11), two(text, 14), two(text, 17)]
  if (hour > 23 || minute > 59 || second > 59) return null
  const fraction = two(text, 20) * 100_000 + two(text, 22) * 1000 + two(text, 24) * 10 + text.charCodeAt(26) - 48
  const time = hour * HOUR + minute * MINUTE + second * SECOND + fraction
  return fromCivil(two(text, 0) * 100 + two(text, 2), two(text, 5), two(text, 8), time)
}

/**
 * The datetime that a text spells, or null. Known spellings: ISO 8601, `yyyy/MM/dd`, `MM-dd-yyyy` (also with `/` and `.`),
 * `d MMM yyyy`, `MMM d, yyyy`, RFC 822 and 1123, `yyyyMMdd`; an offset is applied, no offset means UTC.
 */
export const parseDatetime = (text: string): number | null => {
  const wired = parseWire(text)
  if (wired !== null) return wired
  for (const format of formats) {
    const parts: Parts | undefined = format.exec(text)?.groups
    if (!parts) continue
    const month = parts['name'] ? MONTHS.indexOf(parts['name'].toLowerCase()) + 1 : Number(parts['month'])
    const time = timeOf(parts)
    const ticks = time === null ? null : fromCivil(yearOf(parts['year']), month, Number(parts['day']), time)
    return ticks === null ? null : ticks - offsetOf(parts['zone'])
  }
  return null
}
