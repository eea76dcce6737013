import { UnsupportedKql } from '../errors.ts'

const WORD = String.raw`[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}]`
const NOT_WORD = String.raw`[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}]`

// Letters after a backslash that mean a set of characters; the dialect's sets are Unicode's.
const SETS: Readonly<Record<string, string>> = {
  d: String.raw`\p{Nd}`,
  D: String.raw`\P{Nd}`,
  s: String.raw`\p{White_Space}`,
  S: String.raw`\P{White_Space}`,
  w: WORD,
  W: NOT_WORD,
}

const START_OF_WORD = `(?<!${WORD})(?=${WORD})`
const END_OF_WORD = `(?<=${WORD})(?!${WORD})`

const ASSERTIONS: Readonly<Record<string, string>> = {
  A: '^',
  z: '$',
  b: `(?:${START_OF_WORD}|${END_OF_WORD})`,
  B: `(?:(?<=${WORD})(?=${WORD})|(?<!${WORD})(?!${WORD}))`,
  '<': START_OF_WORD,
  '>': END_OF_WORD,
}

const CONTROLS: Readonly<Record<string, string>> = {
  a: String.raw`\x07`,
  f: String.raw`\f`,
  n: String.raw`\n`,
  r: String.raw`\r`,
  t: String.raw`\t`,
  v: String.raw`\v`,
}

const CODE_POINT = /\\(?:x([\da-f]{2})|u([\da-f]{4})|[xu]\{([\da-f]{1,6})\})/iy
const PROPERTY = /\\([pP])(?:([A-Z])|\{(\^?)([\w=]+)\})/y

// JavaScript knows general categories and a few properties by their bare name, scripts only as `Script=`.
const bare = /^(?:[A-Z][a-z]?|Alphabetic|Uppercase|Lowercase|White_Space|Any|ASCII)$/

const property = (found: RegExpExecArray): string => {
  const [, letter, short, negated, long = ''] = found
  const name = short ?? (bare.test(long) || long.includes('=') ? long : `Script=${long}`)
  const complement = (letter === 'P') !== (negated === '^')
  return `${complement ? String.raw`\P` : String.raw`\p`}{${name}}`
}

const at = (expression: RegExp, pattern: string, position: number): RegExpExecArray | null => {
  expression.lastIndex = position
  return expression.exec(pattern)
}

/** A translated escape, how many characters it takes, and what it can be: an assertion, or a character with a case. */
export interface Escape {
  readonly text: string
  readonly length: number
  readonly kind: 'assertion' | 'cased' | 'caseless'
}

/** The translation of the escape at a position of a pattern. */
export const escaped = (pattern: string, position: number, inClass: boolean): Escape => {
  const code = at(CODE_POINT, pattern, position)
  const point = code?.[1] ?? code?.[2] ?? code?.[3]
  if (code) return { text: String.raw`\u{${point}}`, length: code[0].length, kind: 'cased' }
  const named = at(PROPERTY, pattern, position)
  if (named) return { text: property(named), length: named[0].length, kind: 'cased' }
  const character = pattern[position + 1] ?? ''
  const assertion = inClass ? undefined : ASSERTIONS[character]
  if (assertion !== undefined) return { text: assertion, length: 2, kind: 'assertion' }
  const text = SETS[character] ?? CONTROLS[character]
  if (text !== undefined) return { text, length: 2, kind: 'caseless' }
  if (/^[!-/:-@[-`{-~ ]$/.test(character)) return { text: literal(character), length: 2, kind: 'caseless' }
  throw new UnsupportedKql(`the regular expression ${JSON.stringify(pattern)}`)
}

/** A character that stands for itself, inside a class and outside. */
export const literal = (character: string): string =>
  /[!-/:-@[-`{-~]/.test(character) ? String.raw`\x${character.charCodeAt(0).toString(16)}` : character
