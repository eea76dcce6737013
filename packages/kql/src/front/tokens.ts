import { loadParser } from './bridge.ts'
import { kindName } from './node.ts'

/** A token of the official lexer; `start` is the offset of `text`. */
export interface Token {
  readonly kind: string
  readonly text: string
  readonly start: number
}

/** The tokens of a text, without white space, comments and the end. */
export function tokens(text: string): Token[] {
  const { kusto } = loadParser()
  const options = kusto.GlobalState.Default.ParseOptions.WithAlwaysProduceEndTokens(true)
  let offset = 0
  const found: Token[] = []
  for (const token of kusto.Parsing.TokenParser.ParseTokens(text, options)) {
    const start = offset + token.Trivia.length
    offset = start + token.Text.length
    if (token.Text) found.push({ kind: kindName(token.Kind), text: token.Text, start })
  }
  return found
}
