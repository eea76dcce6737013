import { UnsupportedKql } from '../errors.ts'
import { escaped, literal } from './regex-escape.ts'

const POSIX: Readonly<Record<string, string>> = {
  alnum: '[a-zA-Z0-9]',
  alpha: '[a-zA-Z]',
  ascii: String.raw`[\x00-\x7f]`,
  blank: String.raw`[\t ]`,
  cntrl: String.raw`[\x00-\x1f\x7f]`,
  digit: '[0-9]',
  graph: String.raw`[\x21-\x7e]`,
  lower: '[a-z]',
  print: String.raw`[\x20-\x7e]`,
  punct: String.raw`[\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e]`,
  space: String.raw`[\t\n\v\f\r ]`,
  upper: '[A-Z]',
  word: '[a-zA-Z0-9_]',
  xdigit: '[0-9A-Fa-f]',
}

const NAMED = /\[:(\^?)([a-z]+):\]/y

/** The translation of the bracketed class at a position of a pattern, and how many characters it takes. */
export const translateClass = (pattern: string, start: number): { text: string; length: number } => {
  const refuse = (): never => {
    throw new UnsupportedKql(`the regular expression ${JSON.stringify(pattern)}`)
  }
  let position = start + 1
  let text = '['
  if (pattern[position] === '^') {
    text += '^'
    position += 1
  }
  const first = position
  for (;;) {
    const character = String.fromCodePoint(pattern.codePointAt(position) ?? refuse())
    if (character === ']' && position > first) break
    NAMED.lastIndex = position
    const named = NAMED.exec(pattern)
    const set = POSIX[named?.[2] ?? '']
    if (named) {
      text += set === undefined ? refuse() : named[1] ? `[^${set}]` : set
      position += named[0].length
    } else if (character === '[') {
      const nested = translateClass(pattern, position)
      text += nested.text
      position += nested.length
    } else if (character === '\\') {
      const escape = escaped(pattern, position, true)
      text += escape.text
      position += escape.length
    } else if (/^(&&|--|~~)/.test(pattern.slice(position, position + 2))) {
      return refuse()
    } else {
      const next = pattern[position + 1]
      const range = character === '-' && position > first && next !== ']'
      text += range ? '-' : literal(character)
      position += character.length
    }
  }
  return { text: `${text}]`, length: position + 1 - start }
}
