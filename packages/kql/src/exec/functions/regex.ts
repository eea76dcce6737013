import { everywhere, quotePattern, regex } from '../../values/regex.ts'
import { converter } from '../../values/convert.ts'
import { UnsupportedKql } from '../../errors.ts'
import type { CallSite, ScalarFunction } from '../call.ts'
import { type Parameter, typed } from '../typed.ts'

// The fourth argument, `typeof(t)`, is the type of the result.
const extract: ScalarFunction = (site) => {
  const convert = converter('string', site.result, site.at)
  const run = (pattern: string, group: number, text: string): unknown =>
    convert(regex(pattern, site.at).exec(text)?.[group] ?? '')
  return typed(['string', 'long', 'string'], run)({ ...site, types: site.types.slice(0, 3) })
}

type Groups = readonly (string | number)[]

const groupsOf = (match: RegExpExecArray, groups?: Groups): unknown => {
  const picked = groups
    ? groups.map((group) => (typeof group === 'number' ? match[group] : match.groups?.[group]) ?? '')
    : match.slice(1).map((part) => part ?? '')
  return picked.length === 1 ? picked[0] : picked
}

const everyMatch = (site: CallSite, pattern: string, text: string): RegExpExecArray[] => [
  ...text.matchAll(everywhere(regex(pattern, site.at))),
]

const everyGroup = (site: CallSite, pattern: string, text: string, groups?: Groups): unknown[] | null => {
  const found = everyMatch(site, pattern, text)
  return found.length > 0 ? found.map((match) => groupsOf(match, groups)) : null
}

const extractAll: ScalarFunction = (site) => {
  if (site.types.length === 2)
    return typed(['string'], (pattern: string, text: string) => everyGroup(site, pattern, text))(site)
  const run = (pattern: string, groups: Groups, text: string): unknown => everyGroup(site, pattern, text, groups)
  return typed(['string', 'dynamic', 'string'], run)(site)
}

/** A replacement text with `\1` for groups as JavaScript wants it. */
const rewrite = (text: string): string =>
  text.replaceAll('$', '$$$$').replaceAll(/\\(\d)/g, (_, group) => (group === '0' ? '$&' : `$${group}`))

const replaceRegex = (site: CallSite, text: string, pattern: string, replacement: string): string =>
  text.replaceAll(everywhere(regex(pattern, site.at)), rewrite(replacement))

const countOf = (site: CallSite, text: string, needle: string, kind = 'normal'): number => {
  if (kind === 'regex') return everyMatch(site, needle, text).length
  if (needle === '') return 0
  let count = 0
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) count += 1
  return count
}

/** Removes one match of a pattern at an end of a text; whether the service goes on to remove a next one is not documented. */
const trimmed = (site: CallSite, expression: string, text: string): string => {
  const once = text.replace(regex(expression, site.at), '')
  if (once !== text && once.replace(regex(expression), '') !== once)
    throw new UnsupportedKql(`${site.name} of a match that repeats`, site.at, 'let the expression match all of it')
  return once
}

const trimStart = (site: CallSite, pattern: string, text: string): string => trimmed(site, `\\A(?:${pattern})`, text)
const trimEnd = (site: CallSite, pattern: string, text: string): string => trimmed(site, `(?:${pattern})\\z`, text)

/** Where the wanted match of a pattern begins, zero-based; the length bounds the start of the match, as in `indexof`. */
const indexOfRegex = (
  site: CallSite,
  text: string,
  pattern: string,
  start = 0,
  length = -1,
  occurrence = 1,
): number | null => {
  if (occurrence < 1) return null
  const first = start < 0 ? Math.max(0, text.length + start) : start
  // The search begins at the start and not before it: an earlier match must not swallow a later one.
  const position = everyMatch(site, pattern, text.slice(first))[occurrence - 1]?.index
  return position === undefined || (length >= 0 && position >= length) ? -1 : first + position
}

/** A function of texts that is told where it is called. */
const placed =
  (run: (site: CallSite, ...cells: never[]) => unknown, ...types: Parameter[]): ScalarFunction =>
  (site) =>
    typed(types, (...cells: never[]) => run(site, ...cells))(site)

/** Functions of regular expressions; a constant pattern is compiled once. */
export const regexFunctions: Readonly<Record<string, ScalarFunction>> = {
  extract,
  extract_all: extractAll,
  extractall: extractAll,
  replace_regex: placed(replaceRegex, 'string'),
  replace: placed(
    (site, pattern: string, replacement: string, text: string) => replaceRegex(site, text, pattern, replacement),
    'string',
  ),
  countof: placed(countOf, 'string'),
  trim: placed(
    (site, pattern: string, text: string) => trimEnd(site, pattern, trimStart(site, pattern, text)),
    'string',
  ),
  trim_start: placed(trimStart, 'string'),
  trim_end: placed(trimEnd, 'string'),
  indexof_regex: placed(indexOfRegex, 'string', 'string', 'long'),
  regex_quote: typed(['string'], quotePattern),
}
