import { UnsupportedKql } from '../errors.ts'
import type { Span } from '../plan/plan.ts'
import { translate } from './regex-translate.ts'

const compiled = new Map<string, RegExp>()

/** A KQL regular expression as a JavaScript one, made once per pattern; a refusal tells where the query uses it. */
export const regex = (pattern: string, at?: Span): RegExp => {
  const known = compiled.get(pattern)
  if (known) return known
  try {
    const { body, flags } = translate(pattern)
    const made = new RegExp(body, flags)
    compiled.set(pattern, made)
    return made
  } catch (error) {
    const refused =
      error instanceof UnsupportedKql ? error.construct : `the regular expression ${JSON.stringify(pattern)}`
    throw new UnsupportedKql(refused, at)
  }
}

const globals = new Map<RegExp, RegExp>()

/** The same expression for finding every match. */
export const everywhere = (expression: RegExp): RegExp => {
  const known = globals.get(expression)
  if (known) return known
  const made = new RegExp(expression.source, `${expression.flags}g`)
  globals.set(expression, made)
  return made
}

/** A text as a pattern that matches nothing but that text. */
export const quotePattern = (text: string): string => text.replaceAll(/[\\.+*?()|[\]{}^$#&\-~]/g, String.raw`\$&`)

/** A text as a JavaScript pattern that matches nothing but that text. */
export const escapeLiteral = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
