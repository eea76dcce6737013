import type { Analysis, annotations } from '../analysis.ts'
import type { Answer } from '../answer.ts'
import type { ErrorCode } from '../errors.ts'
import type { Place } from '../prepare.ts'
import type { Scope } from '../scope.ts'

/** The part of JSON Schema that draft-07 and 2020-12 share and that every client takes. */
export type JsonSchema = Readonly<Record<string, unknown>>

/** A question about the fleet as agents call it: neutral of any protocol SDK and of the host. */
export interface Tool {
  /** `get_patching_level`. */
  readonly name: string
  readonly title: string
  /** What a row is, when to use it, what comes back. */
  readonly description: string
  readonly inputSchema: JsonSchema
  readonly outputSchema: JsonSchema
  readonly annotations: typeof annotations
  /** The analysis that answers. */
  readonly analysis: Analysis
  /** Answers a call. Never throws: what goes wrong is a reply whose result says so in words that teach. */
  call(args: unknown, call: Call): Promise<Reply>
}

/** Where a call asks, for whom, and how it hears of its end. */
export interface Call {
  readonly place: Place
  /** Who asks, as a key: a cursor serves nobody else. Empty where there is one user only. */
  readonly caller?: string | undefined
  readonly signal?: AbortSignal | undefined
  /** Hears of every page that arrives. */
  readonly progress?: ((step: Progress) => void) | undefined
}

/** How far a call has come: so many pages of the stores, of which nobody knows the number. */
export interface Progress {
  readonly pages: number
  readonly message: string
}

/** What the agent gets, and what a host may write down about it. */
export interface Reply {
  readonly result: ToolResult
  readonly outcome: Outcome
  /** The whole answer but its rows, for reports over several calls; never for the agent. */
  readonly answer?: Omit<Answer, 'rows'> | undefined
  /** What was thrown, for the host's own log; never for the agent. */
  readonly error?: unknown
}

/** A CallToolResult of the protocol, both eras. Errors have no `structuredContent`. */
export interface ToolResult {
  readonly content: readonly ContentBlock[]
  readonly structuredContent?: ResultPage
  readonly isError?: true
}

export type ContentBlock =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'resource_link'; readonly uri: string; readonly name: string; readonly mimeType: string }

/** For audit and metrics: no cell, no argument. */
export interface Outcome {
  readonly code: 'ok' | ErrorCode | 'Defect'
  /** Rows of the whole answer, not of the page. */
  readonly rows: number
  /** Whether everything that was asked for was seen. */
  readonly complete: boolean
  /** What was asked: ids of subscriptions, management groups and workspaces. */
  readonly scope: Scope
}

/** One page of an answer: the same facts as in the text beside it. At most 7,500 bytes of JSON. */
export interface ResultPage {
  /** Headline, figures and worst offenders, a line each. */
  readonly summary: string
  readonly columns: readonly string[]
  /** Cells in the order of the columns, cleaned and capped; free text stands between marks made for the call. */
  readonly rows: readonly (readonly Cell[])[]
  /** Give it back with the same arguments for the rows that follow; absent on the last page. */
  readonly nextCursor?: string
  /** Resources by state, and a few of those about which nothing is known. */
  readonly coverage: Readonly<Record<string, unknown>>
  readonly warnings: readonly string[]
  /** What was asked of which store, in brief. */
  readonly evidence: Readonly<Record<string, unknown>>
}

export type Cell = string | number | boolean | null
