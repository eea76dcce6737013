import type { Scope } from '../scope.ts'
import type { Warning } from '../answer.ts'
import type { Window } from '../time.ts'

/** The two stores that speak KQL. */
export type Engine = 'resource-graph' | 'log-analytics'

/** The KQL type of a column. */
export type ColumnType =
  | 'bool'
  | 'int'
  | 'long'
  | 'real'
  | 'decimal'
  | 'datetime'
  | 'timespan'
  | 'guid'
  | 'string'
  | 'dynamic'

/** One query to one store. */
export interface Question {
  readonly engine: Engine
  /** Ready to run: every value is a literal in the text. */
  readonly kql: string
  /** The same query before its values became literals, for an engine that keeps plans of the shipped queries. */
  readonly template?: Template | undefined
  readonly scope: Scope
  /** The column whose value no two rows of the answer share: it tells whether a page repeats rows of another one. */
  readonly key?: string | undefined
  /** UTC; Log Analytics intersects it with the query's own time filter. */
  readonly window?: Window | undefined
  readonly signal?: AbortSignal | undefined
}

/** A query with declared parameters, and their values in the wire's form. */
export interface Template {
  readonly kql: string
  readonly parameters: Readonly<Record<string, unknown>>
}

/**
 * Some rows of an answer, in the order of `columns`. Cells follow the Log Analytics wire: times as ISO 8601 text, long beyond 2^53 as
 * text, dynamic as plain JSON, null as null.
 */
export interface Page {
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[]
  readonly rows: readonly (readonly unknown[])[]
  /** Requests that this page took, retries included. */
  readonly requests: number
  /** Time spent waiting for quota or before a retry, in milliseconds. */
  readonly waitedMs: number
  /** What the service says that the answer cost it. */
  readonly statistics?: Statistics
  /** What is missing from the answer as far as this page knows; any of these makes the answer incomplete. */
  readonly gaps?: readonly Warning[]
}

/** The work of Log Analytics on a query. */
export interface Statistics {
  readonly executionMs: number
  readonly rowsScanned: number
}

/** A store of facts: answers a question page by page, and throws the errors of `errors.ts`. */
export interface Source {
  readonly name: 'azure' | 'sandbox'
  /** The source's clock: the sandbox stands still, Azure runs. */
  now(): Date
  query(question: Question): AsyncIterable<Page>
}
