import type { Span } from './plan/plan.ts'

/** A finding about a query: offset and length in characters, line and column from 1. */
export interface Diagnostic extends Span {
  /** `KS…` from the official analyzer, or a dialect's own code. */
  readonly code: string
  readonly severity: 'error' | 'warning' | 'information'
  readonly message: string
  readonly line: number
  readonly column: number
}

/** Something that KQL has and this engine does not evaluate: it says so instead of guessing. */
export class UnsupportedKql extends Error {
  override readonly name = 'UnsupportedKql'
  readonly construct: string
  /** Where in the query text, when it is known. */
  readonly at: Span | undefined

  constructor(construct: string, at?: Span, wayRound?: string) {
    super(`${construct} is not supported${wayRound ? `: ${wayRound}` : ''}`)
    this.construct = construct
    this.at = at
  }
}

/** A query that is not valid, or whose values are missing; the message shows the place. */
export class KqlError extends Error {
  override readonly name = 'KqlError'
  readonly diagnostics: readonly Diagnostic[]

  constructor(message: string, diagnostics: readonly Diagnostic[] = []) {
    super(message)
    this.diagnostics = diagnostics
  }
}

/** The error for a query with findings: each with `line:column`, its line of the query and a caret below. */
export function invalidQuery(text: string, diagnostics: readonly Diagnostic[]): KqlError {
  const lines = text.split('\n')
  const message = diagnostics.map(
    ({ line, column, code, message: what }) =>
      `${line}:${column} ${code} ${what}\n  ${lines[line - 1] ?? ''}\n  ${' '.repeat(column - 1)}^`,
  )
  return new KqlError(message.join('\n'), diagnostics)
}
