import type { Column, ScalarType } from '../table.ts'
import type { Step } from './step.ts'

export type * from './step.ts'

/** A stretch of the query text: zero-based offset and length. */
export interface Span {
  readonly start: number
  readonly length: number
}

/**
 * An expression over the slots of one row. Literals are in the engine's own form (datetime and timespan as ticks, dynamic as JSON,
 * a long beyond 2^53 as a decimal string, a real that JSON lacks as `"NaN"`, `"Infinity"`, `"-Infinity"`), so that a plan is plain
 * JSON and can be stored.
 */
export type Expression =
  | { readonly kind: 'literal'; readonly type: ScalarType; readonly value: unknown }
  | { readonly kind: 'column'; readonly type: ScalarType; readonly slot: number }
  /** A let scalar or a query parameter: one value for the whole evaluation. */
  | { readonly kind: 'variable'; readonly type: ScalarType; readonly name: string }
  | Call
  /** Walks down a dynamic: each step is a property name or an element's index. */
  | {
      readonly kind: 'member'
      readonly type: ScalarType
      readonly of: Expression
      readonly path: readonly Expression[]
    }
  /** One cell of what a tuple function gives. */
  | { readonly kind: 'item'; readonly type: ScalarType; readonly of: Expression; readonly index: number }
  /** The first cell of a query's first row. */
  | { readonly kind: 'toscalar'; readonly type: ScalarType; readonly query: Pipeline }
  /** The first column of a query as an array: the right side of `in (T)`. */
  | { readonly kind: 'toarray'; readonly type: 'dynamic'; readonly query: Pipeline }

/** A function or an operator; operators go by their KQL spelling: `+`, `==`, `has`, `in~`, `and`, `between`, `negate`. */
export interface Call {
  readonly kind: 'call'
  readonly type: ScalarType
  readonly name: string
  readonly args: readonly Expression[]
  readonly at: Span
}

/** A query: its parameters, what it names with `let`, and the pipeline whose rows are the answer. */
export interface Plan {
  readonly parameters: readonly Variable[]
  readonly variables: readonly Variable[]
  readonly views: readonly View[]
  readonly pipeline: Pipeline
}

/** A named constant: a let scalar, or a query parameter, whose value is its default if it has one. */
export interface Variable {
  readonly name: string
  readonly type: ScalarType
  readonly value?: Expression
}

/** A named table of the query: a let table, or what `as` names. */
export interface View {
  readonly name: string
  readonly pipeline: Pipeline
}

/** A source of rows and what is done to them, in order; `columns` is the schema after the last step. */
export interface Pipeline {
  readonly source: Source
  readonly steps: readonly Step[]
  readonly columns: readonly Column[]
}

/** Where rows come from. */
export type Source =
  | { readonly kind: 'table'; readonly name: string; readonly columns: readonly Column[] }
  | { readonly kind: 'view'; readonly name: string }
  /** The rows handed to a sub-query. */
  | { readonly kind: 'input' }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly Expression[])[] }
  | {
      readonly kind: 'range'
      readonly type: ScalarType
      readonly from: Expression
      readonly to: Expression
      readonly step: Expression
    }
  | { readonly kind: 'union'; readonly legs: readonly UnionLeg[] }

/** One input of a union: the expressions that make its rows the union's. */
export interface UnionLeg {
  readonly pipeline: Pipeline
  readonly cells: readonly Expression[]
}
