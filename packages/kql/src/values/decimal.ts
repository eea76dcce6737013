import { UnsupportedKql } from '../errors.ts'
import type { Long } from './long.ts'

/** A decimal as the engine holds it: a whole number of up to 34 digits, exact; a fraction is refused. */
export const wholeDecimal = (value: bigint): Long => {
  if (String(value).length > 34) throw new UnsupportedKql('a decimal of more than 34 digits')
  return Number.isSafeInteger(Number(value)) ? Number(value) : value
}

/** The whole decimal that a text spells, or null; refuses one with a fraction or an exponent. */
export const parseDecimal = (text: string): Long | null => {
  const trimmed = text.trim()
  if (/^[+-]?\d+$/.test(trimmed)) return wholeDecimal(BigInt(trimmed.replace('+', '')))
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed)) throw new UnsupportedKql(`the decimal ${trimmed}`)
  return null
}
