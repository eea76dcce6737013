import { UnsupportedKql } from '../errors.ts'
import type { Parse, ParsePiece } from '../plan/plan.ts'
import type { ScalarType } from '../table.ts'
import { quotePattern, regex } from '../values/regex.ts'

const digits = '[+-]?[0-9]+'
const real = '[+-]?[0-9]+(?:[.][0-9]+)?(?:[eE][+-]?[0-9]+)?'
const numbers: Readonly<Partial<Record<ScalarType, string>>> = { int: digits, long: digits, real, decimal: real }

// Named groups, since the delimiters of a regex pattern may hold groups of their own.
const capture = (target: number, pattern: string): string => `(?P<cell${target}>${pattern})`

function simplePiece(piece: ParsePiece, next: ParsePiece | undefined, { mode, at }: Parse): string {
  if (piece.kind === 'text') return quotePattern(piece.text)
  if (piece.kind === 'any') return '.*?'
  const number = mode === 'relaxed' && next?.kind === 'text' ? undefined : numbers[piece.type]
  if (number) return capture(piece.target, number)
  if (next && next.kind !== 'text') throw new UnsupportedKql('a column that no delimiter ends', at)
  return capture(piece.target, next ? '.*?' : '.*')
}

function regexPiece(piece: ParsePiece): string {
  if (piece.kind === 'text') return piece.text
  return piece.kind === 'any' ? '.*?' : capture(piece.target, numbers[piece.type] ?? '.*')
}

/** The expression that a `parse` pattern stands for; column `n` is its group `celln`. */
export function parsePattern(parse: Parse): RegExp {
  const { mode, pieces, flags, at } = parse
  if (mode === 'regex') {
    const start = pieces[0]?.kind === 'any' ? '' : '^'
    if (/[^Uismi]/.test(flags)) throw new UnsupportedKql(`the flags ${flags}`, at)
    return regex(`${flags ? `(?${flags})` : ''}${start}${pieces.map(regexPiece).join('')}`, at)
  }
  return regex(`(?s)^${pieces.map((piece, index) => simplePiece(piece, pieces[index + 1], parse)).join('')}`, at)
}
