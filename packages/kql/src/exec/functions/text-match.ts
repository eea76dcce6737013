import { printer } from '../../values/print.ts'
import { escapeLiteral, regex } from '../../values/regex.ts'
import type { CallSite, Implementation, ScalarFunction } from '../call.ts'
import { argument, typed } from '../typed.ts'

/** Whether a text matches, for one needle. */
type Matcher = (text: string) => boolean

type Prepare = (needle: string) => Matcher

const TERM = String.raw`\p{L}\p{N}`
const NO_TERM_BEFORE = `(?<![${TERM}])`
const NO_TERM_AFTER = `(?![${TERM}])`

const alphanumeric = new RegExp(`[${TERM}]`, 'u')

/** A needle as a pattern whose ends, where they are alphanumeric, must be ends of a term. */
const term = (needle: string, flags: string, startsTerm: boolean, endsTerm: boolean): Matcher => {
  const characters = [...needle]
  const before = startsTerm && alphanumeric.test(characters[0] ?? '') ? NO_TERM_BEFORE : ''
  const after = endsTerm && alphanumeric.test(characters.at(-1) ?? '') ? NO_TERM_AFTER : ''
  const pattern = new RegExp(before + escapeLiteral(needle) + after, flags)
  return (text) => pattern.test(text)
}

const folded =
  (match: (text: string, needle: string) => boolean): Prepare =>
  (needle) => {
    const lower = needle.toLowerCase()
    return (text) => match(text.toLowerCase(), lower)
  }

const exact =
  (match: (text: string, needle: string) => boolean): Prepare =>
  (needle) =>
  (text) =>
    match(text, needle)

const contains = (text: string, needle: string): boolean => text.includes(needle)
const startsWith = (text: string, needle: string): boolean => text.startsWith(needle)
const endsWith = (text: string, needle: string): boolean => text.endsWith(needle)

const matchers: Readonly<Record<string, Prepare>> = {
  has: (needle) => term(needle, 'iu', true, true),
  has_cs: (needle) => term(needle, 'u', true, true),
  hasprefix: (needle) => term(needle, 'iu', true, false),
  hasprefix_cs: (needle) => term(needle, 'u', true, false),
  hassuffix: (needle) => term(needle, 'iu', false, true),
  hassuffix_cs: (needle) => term(needle, 'u', false, true),
  contains: folded(contains),
  contains_cs: exact(contains),
  startswith: folded(startsWith),
  startswith_cs: exact(startsWith),
  endswith: folded(endsWith),
  endswith_cs: exact(endsWith),
  '=~': folded((text, needle) => text === needle),
}

/** A function of a text and a needle whose matcher is made once per needle. */
const prepared = (site: CallSite, prepare: Prepare): Implementation => {
  const text = argument(site, 0, 'string') as (cell: unknown) => string
  const needle = argument(site, 1, 'string') as (cell: unknown) => string
  if (site.constants[1] !== undefined) {
    const matches = prepare(needle(site.constants[1]))
    return site.types[0] === 'string' ? matches : (cell: unknown) => matches(text(cell))
  }
  let last: string | undefined
  let matches: Matcher
  return (cell: unknown, wanted: unknown) => {
    const current = needle(wanted)
    if (current !== last) {
      matches = prepare(current)
      last = current
    }
    return matches(text(cell))
  }
}

const negate =
  (prepare: Prepare): Prepare =>
  (needle) => {
    const matches = prepare(needle)
    return (text) => !matches(text)
  }

const pairs = Object.entries(matchers).flatMap(([name, prepare]): [string, ScalarFunction][] => [
  [name, (site) => prepared(site, prepare)],
  [name === '=~' ? '!~' : `!${name}`, (site) => prepared(site, negate(prepare))],
])

const list = (needles: readonly unknown[]): string[] =>
  needles
    .flat()
    .filter((needle) => needle !== null)
    .map(printer('dynamic'))

/** `has_any` and `has_all`: the needles are arguments or the elements of dynamic arrays. */
const terms =
  (every: boolean): ScalarFunction =>
  (site) => {
    const text = argument(site, 0, 'string') as (cell: unknown) => string
    const prepare = (needles: readonly unknown[]): Matcher => {
      const tests = list(needles).map((needle) => term(needle, 'iu', true, true))
      return every ? (cell) => tests.every((test) => test(cell)) : (cell) => tests.some((test) => test(cell))
    }
    const constants = site.constants.slice(1)
    if (constants.every((constant) => constant !== undefined)) {
      const matches = prepare(constants)
      return (cell: unknown) => matches(text(cell))
    }
    return (cell: unknown, ...needles: unknown[]) => prepare(needles)(text(cell))
  }

const anyIndex = (text: string, needles: unknown): number | null =>
  Array.isArray(needles)
    ? needles.findIndex((needle) => term(printer('dynamic')(needle), 'iu', true, true)(text))
    : null

const matchesRegex =
  (site: CallSite): Prepare =>
  (needle) => {
    const pattern = regex(needle, site.at)
    return (text) => pattern.test(text)
  }

/** The text operators: terms (`has` and its kin), parts (`contains` …), equality blind to case, regular expressions. */
export const textMatch: Readonly<Record<string, ScalarFunction>> = {
  ...Object.fromEntries(pairs),
  'matches regex': (site) => prepared(site, matchesRegex(site)),
  has_any_index: typed(['string', 'dynamic'], anyIndex),
  has_any: terms(false),
  has_all: terms(true),
}
