import { UnsupportedKql } from '../../errors.ts'
import { civil } from '../../values/datetime.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../values/ticks.ts'
import type { CallSite, ScalarFunction } from '../call.ts'
import { typed } from '../typed.ts'

/** Writes the part of a time that a run of one letter stands for; undefined when the run means nothing. */
type Spell = (letters: string) => string | undefined

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

const upTo =
  (width: number, value: number): Spell =>
  (letters) =>
    letters.length <= width ? pad(value, letters.length) : undefined

const clock = (time: number): Record<string, Spell> => {
  const fraction = pad(time % SECOND, 7)
  return {
    H: upTo(2, Math.floor(time / HOUR) % 24),
    m: upTo(2, Math.floor(time / MINUTE) % 60),
    s: upTo(2, Math.floor(time / SECOND) % 60),
    f: (letters) => (letters.length <= 7 ? fraction.slice(0, letters.length) : undefined),
    F: (letters) => (letters.length <= 7 ? fraction.slice(0, letters.length).replace(/0+$/, '') : undefined),
  }
}

const yearSpell =
  (year: number): Spell =>
  (letters) => {
    if (letters.length === 4) return pad(year, 4)
    return letters.length <= 2 ? pad(year % 100, letters.length) : undefined
  }

const datetimeLetters = (ticks: number): Record<string, Spell> => {
  const { year, month, day, time } = civil(ticks)
  const hour = Math.floor(time / HOUR)
  return {
    ...clock(time),
    y: yearSpell(year),
    M: upTo(2, month),
    d: upTo(2, day),
    h: upTo(2, hour % 12 || 12),
    t: (letters) => (letters.length === 2 ? (hour < 12 ? 'AM' : 'PM') : undefined),
  }
}

const timespanLetters = (ticks: number): Record<string, Spell> => {
  const letters = clock(ticks)
  return { ...letters, d: upTo(8, Math.floor(ticks / DAY)), h: letters['H'] as Spell }
}

const spellAll = (site: CallSite, format: string, letters: Record<string, Spell>): string =>
  format.replaceAll(/([A-Za-z])\1*|[^A-Za-z]/g, (run: string, letter: string | undefined) => {
    if (letter === undefined && ' /-:,._[]'.includes(run)) return run
    const text = letters[letter ?? '']?.(run)
    if (text === undefined) throw new UnsupportedKql(`${site.name} with ${JSON.stringify(run)} in the format`, site.at)
    return text
  })

/** Datetimes and timespans spelled by a format. */
export const timeFormats: Readonly<Record<string, ScalarFunction>> = {
  format_datetime: (site) =>
    typed(['datetime', 'string'], (ticks: number, format: string) => spellAll(site, format, datetimeLetters(ticks)))(
      site,
    ),
  format_timespan: (site) =>
    typed(['timespan', 'string'], (ticks: number, format: string) => {
      if (ticks < 0) throw new UnsupportedKql('format_timespan of a negative timespan', site.at)
      return spellAll(site, format, timespanLetters(ticks))
    })(site),
}
