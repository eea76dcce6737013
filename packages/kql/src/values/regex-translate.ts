import { UnsupportedKql } from '../errors.ts'
import { translateClass } from './regex-class.ts'
import { escaped, literal } from './regex-escape.ts'

interface Mode {
  readonly i: boolean
  readonly m: boolean
  readonly s: boolean
  readonly U: boolean
}

const PLAIN: Mode = { i: false, m: false, s: false, U: false }

const switched = (mode: Mode, letters: string): Mode => {
  const next = { ...mode }
  let on = true
  for (const letter of letters) {
    if (letter === '-') on = false
    else if (letter === 'i' || letter === 'm' || letter === 's' || letter === 'U') next[letter] = on
    else if (letter !== 'u' || !on) throw new UnsupportedKql(`the regular expression flag ${letter}`)
  }
  return next
}

/** A translated stretch of a pattern: may it match the empty text, and may it leave one of its groups out. */
interface Part {
  readonly text: string
  readonly empty: boolean
  readonly skips: boolean
  readonly captures: boolean
}

const simple = (text: string, empty = false): Part => ({ text, empty, skips: false, captures: false })

const anchor = (character: string, mode: Mode): Part => {
  if (!mode.m) return simple(character, true)
  return simple(character === '^' ? String.raw`(?<![^\n])` : String.raw`(?![^\n])`, true)
}

const QUANTIFIER = /[*+?]|\{\d+(?:,\d*)?\}/y
const FLAGS = /\(\?([a-zA-Z-]+)\)/y
const FLAGGED = /\(\?([a-zA-Z-]+):/y
const NAMED = /\(\?P?<([A-Za-z_]\w*)>/y
const PLAIN_GROUP = /\(\?:/y
const CAPTURE = /\((?!\?)/y

/**
 * A pattern of the Rust dialect as the source and flags of a JavaScript expression with the same matches: leftmost-first, Unicode
 * classes, no look-around and no back-references. What has no exact counterpart is refused.
 */
export const translate = (pattern: string): { body: string; flags: string } => {
  let position = 0
  // Letters and classes are all blind to case, or none is: JavaScript's inline flags are not reliable across engines.
  const cases = new Set<boolean>()

  const refuse = (): never => {
    throw new UnsupportedKql(`the regular expression ${JSON.stringify(pattern)}`)
  }

  const take = (expression: RegExp): RegExpExecArray | null => {
    expression.lastIndex = position
    const found = expression.exec(pattern)
    if (found) position += found[0].length
    return found
  }

  const closed = (open: string, mode: Mode, captures: boolean): Part => {
    const inside = alternatives(mode)
    if (pattern[position] !== ')') refuse()
    position += 1
    return { ...inside, text: `${open}${inside.text})`, captures: captures || inside.captures }
  }

  const group = (mode: Mode): Part => {
    const named = take(NAMED)
    if (named) return closed(`(?<${named[1]}>`, mode, true)
    const flagged = take(FLAGGED)
    if (flagged) return closed('(?:', switched(mode, flagged[1] ?? ''), false)
    if (take(PLAIN_GROUP)) return closed('(?:', mode, false)
    return take(CAPTURE) ? closed('(', mode, true) : refuse()
  }

  const escape = (mode: Mode): Part => {
    const { text, length, kind } = escaped(pattern, position, false)
    position += length
    if (kind === 'cased') cases.add(mode.i)
    return simple(text, kind === 'assertion')
  }

  const bracketed = (mode: Mode): Part => {
    const { text, length } = translateClass(pattern, position)
    position += length
    cases.add(mode.i)
    return simple(text)
  }

  const atom = (mode: Mode): Part => {
    const character = String.fromCodePoint(pattern.codePointAt(position) ?? 0)
    if (character === '(') return group(mode)
    if (character === '\\') return escape(mode)
    if (character === '[') return bracketed(mode)
    if ('*+?{'.includes(character)) refuse()
    position += character.length
    if (character === '.') return simple(mode.s ? String.raw`[\s\S]` : String.raw`[^\n]`)
    if (character === '^' || character === '$') return anchor(character, mode)
    if (character.toLowerCase() !== character.toUpperCase()) cases.add(mode.i)
    return simple(literal(character))
  }

  const repeated = (part: Part, mode: Mode): Part => {
    const repeat = take(QUANTIFIER)?.[0]
    if (repeat === undefined) return part
    const lazy = take(/\?/y) !== null
    if (take(QUANTIFIER)) refuse()
    // JavaScript forgets a group that a later round leaves out, and looks for a longer round instead of an empty one.
    const onlyOnce = repeat === '?'
    if (!onlyOnce && part.skips) refuse()
    if (part.empty && (!onlyOnce || /[*+?}]\?|\|/.test(part.text))) refuse()
    const optional = /^(?:[*?]|\{0)/.test(repeat)
    return {
      text: `${part.text}${repeat}${lazy === mode.U ? '' : '?'}`,
      empty: part.empty || optional,
      skips: part.skips || (optional && part.captures),
      captures: part.captures,
    }
  }

  const sequence = (outer: Mode): { part: Part; mode: Mode } => {
    let part = simple('', true)
    let mode = outer
    while (position < pattern.length && !'|)'.includes(pattern[position] ?? '')) {
      const flags = take(FLAGS)
      if (flags) {
        mode = switched(mode, flags[1] ?? '')
        continue
      }
      const next = repeated(atom(mode), mode)
      part = {
        text: part.text + next.text,
        empty: part.empty && next.empty,
        skips: part.skips || next.skips,
        captures: part.captures || next.captures,
      }
    }
    return { part, mode }
  }

  // Flags without a body hold up to the end of the enclosing group, across its alternatives.
  const alternatives = (outer: Mode): Part => {
    let { part, mode } = sequence(outer)
    while (take(/\|/y)) {
      const next = sequence(mode)
      mode = next.mode
      const captures = part.captures || next.part.captures
      const empty = part.empty || next.part.empty
      part = { text: `${part.text}|${next.part.text}`, empty, captures, skips: captures }
    }
    return part
  }

  const { text } = alternatives(PLAIN)
  if (position < pattern.length || cases.size > 1) refuse()
  return { body: text, flags: cases.has(true) ? 'vi' : 'v' }
}
