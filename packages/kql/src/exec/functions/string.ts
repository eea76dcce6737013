import { printer } from '../../values/print.ts'
import type { CallSite, Implementation, ScalarFunction } from '../call.ts'
import { loose, typed } from '../typed.ts'

// Positions count Unicode characters; texts without surrogates, nearly all, need no splitting.
const astral = /[\ud800-\udfff]/

const characters = (text: string): string | string[] => (astral.test(text) ? [...text] : text)

const slice = (text: string, start: number, end: number): string => {
  const parts = characters(text)
  return typeof parts === 'string' ? parts.slice(start, end) : parts.slice(start, end).join('')
}

const length = (text: string): number => characters(text).length

const substring = (text: string, start: number, count?: number): string => {
  const size = length(text)
  const first = start < 0 ? Math.max(0, size + start) : start
  return count === undefined ? slice(text, first, size) : slice(text, first, first + Math.max(0, count))
}

const concatenate = (site: CallSite): Implementation => {
  const printers = site.types.map(printer)
  const [first, second] = printers
  if (printers.length === 2 && first && second) return (a: unknown, b: unknown) => first(a) + second(b)
  return (...cells: unknown[]) => {
    let text = ''
    for (const [index, print] of printers.entries()) text += print(cells[index])
    return text
  }
}

const joinWith = (site: CallSite): Implementation => {
  const printers = site.types.map(printer)
  return (...cells: unknown[]) => {
    const [delimiter = '', ...texts] = cells.map((cell, index) => printers[index]?.(cell) ?? '')
    return texts.join(delimiter)
  }
}

const split = (text: string, delimiter: string, index?: number): string[] | null => {
  if (delimiter === '') return null
  const parts = text.split(delimiter)
  if (index === undefined) return parts
  const part = parts[index < 0 ? parts.length + index : index]
  return part === undefined ? null : [part]
}

const indexOf = (text: string, needle: string, start = 0, count = -1, occurrence = 1): number | null => {
  if (occurrence < 1) return null
  const size = length(text)
  const first = start < 0 ? Math.max(0, size + start) : start
  const last = count < 0 ? size : first + count - 1
  const offset = slice(text, 0, first).length
  let found = first > size ? -1 : text.indexOf(needle, offset)
  for (let seen = 1; seen < occurrence && found >= 0; seen += 1) found = text.indexOf(needle, found + 1)
  const position = found < 0 ? -1 : length(text.slice(0, found))
  return position > last ? -1 : position
}

const repeat = (text: string, times: number, delimiter = ''): string =>
  Array.from({ length: Math.max(0, Math.trunc(times)) }, () => text).join(delimiter)

const compareOrdinal = (left: string, right: string): number => (left === right ? 0 : left < right ? -1 : 1)

const codePoints = (text: string): number[] => Array.from(text, (character) => character.codePointAt(0) ?? 0)

const fromCodePoints = (...cells: unknown[]): string =>
  String.fromCodePoint(...cells.flat().filter((point) => typeof point === 'number'))

const replaceAll = (text: string, from: string, to: string): string =>
  from === '' ? text : text.replaceAll(from, () => to)

const replaceEach = (text: string, from: unknown, to: unknown): string => {
  const needles = Array.isArray(from) ? from.map(String) : []
  const targets = Array.isArray(to) ? to.map(String) : needles.map(() => String(to))
  return needles.reduce((result, needle, index) => replaceAll(result, needle, targets[index] ?? ''), text)
}

const emptiness =
  (empty: boolean): ScalarFunction =>
  (site) => {
    if (site.types[0] === 'dynamic') return (cell: unknown) => (cell === null || cell === '') === empty
    return site.types[0] === 'string'
      ? (cell: unknown) => (cell === '') === empty
      : (cell: unknown) => (cell === null) === empty
  }

const translateCharacters = (from: string, to: string, text: string): string => {
  const targets = [...to]
  const map = new Map(
    Array.from(from, (character, index) => [character, targets[Math.min(index, targets.length - 1)] ?? '']),
  )
  return Array.from(text, (character) => map.get(character) ?? character).join('')
}

/** Functions of texts; positions are zero-based and count characters. */
export const stringFunctions: Readonly<Record<string, ScalarFunction>> = {
  strlen: typed(['string'], length),
  string_size: typed(['string'], (text: string) => Buffer.byteLength(text)),
  tolower: typed(['string'], (text: string) => text.toLowerCase()),
  toupper: typed(['string'], (text: string) => text.toUpperCase()),
  substring: typed(['string', 'long'], substring),
  strcat: concatenate,
  strcat_delim: joinWith,
  strrep: typed(['string', 'long', 'string'], repeat),
  strcmp: typed(['string'], compareOrdinal),
  split: typed(['string', 'string', 'long'], split),
  indexof: typed(['string', 'string', 'long'], indexOf),
  replace_string: typed(['string'], replaceAll),
  replace_strings: typed(['string', 'dynamic', 'dynamic'], replaceEach),
  reverse: typed(['string'], (text: string) => [...text].toReversed().join('')),
  translate: typed(['string'], translateCharacters),
  isempty: emptiness(true),
  isnotempty: emptiness(false),
  notempty: emptiness(false),
  isascii: typed(['string'], (text: string) => codePoints(text).every((point) => point < 128)),
  isutf8: typed(['string'], (text: string) => text.isWellFormed()),
  to_utf8: typed(['string'], codePoints),
  unicode_codepoints_from_string: typed(['string'], codePoints),
  unicode_codepoints_to_string: loose(['any'], fromCodePoints),
  make_string: loose(['any'], fromCodePoints),
}
