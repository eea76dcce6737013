/** A word of JSON, or a bracket, colon or comma, and where it stands. */
export interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
}

const blank = String.raw`\s+|//[^\n\r]*|/\*[^]*?\*/`
const string = String.raw`"(?:[^"\\\n\r]|\\.)*"`
const word = String.raw`(?<token>${string}|[{}[\]:,]|-?\d[\d.eE+-]*|true|false|null)`

/** The tokens of JSON; blanks and comments are left out. Throws SyntaxError with the number of the line. */
export function tokensOf(text: string): readonly Token[] {
  const pattern = new RegExp(`${blank}|${word}`, 'y')
  const tokens: Token[] = []
  while (pattern.lastIndex < text.length) {
    const start = pattern.lastIndex
    const found = pattern.exec(text)
    if (!found) throw wrong(text, start)
    const token = found.groups?.['token']
    if (token !== undefined) tokens.push({ text: token, start, end: pattern.lastIndex })
  }
  return tokens
}

/** The error for text that is not JSON from there on. */
export function wrong(text: string, at: number): SyntaxError {
  return new SyntaxError(`line ${text.slice(0, at).split('\n').length} is not JSON`)
}
