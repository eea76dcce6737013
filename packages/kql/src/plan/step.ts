import type { Column, ScalarType } from '../table.ts'
import type { Call, Expression, Pipeline, Span } from './plan.ts'

/** What is done to rows. Slots count cells of the row that goes in, targets cells of the row that comes out. */
export type Step =
  | { readonly verb: 'where'; readonly predicate: Expression }
  | { readonly verb: 'project'; readonly width: number; readonly cells: readonly Assignment[] }
  /** Keeps the row's first cells, replaces some and adds others. */
  | { readonly verb: 'extend'; readonly width: number; readonly cells: readonly Assignment[] }
  /** Adds one cell that depends on the rows before or behind, such as `row_number()`. */
  | { readonly verb: 'window'; readonly call: Call }
  /** Declares the order of the rows to be meaningful. */
  | { readonly verb: 'serialize' }
  | { readonly verb: 'sort'; readonly keys: readonly SortKey[] }
  | { readonly verb: 'top'; readonly rows: Expression; readonly keys: readonly SortKey[] }
  | { readonly verb: 'take'; readonly rows: Expression }
  | { readonly verb: 'sample'; readonly rows: Expression }
  | { readonly verb: 'count' }
  | { readonly verb: 'distinct'; readonly types: readonly ScalarType[] }
  /** Makes rows of the keys, then the aggregates' cells. */
  | { readonly verb: 'summarize'; readonly keys: readonly Expression[]; readonly aggregates: readonly Aggregate[] }
  | Join
  | MvExpand
  | MvApply
  | Parse
  | ParseKeyValues
  | MakeSeries
  | { readonly verb: 'partition'; readonly key: Expression; readonly query: Pipeline }
  | TopNested
  | Scan
  | BagUnpack
  | Pivot

/** An expression and the cells that take its value; a tuple fills several. */
export interface Assignment {
  readonly targets: readonly number[]
  readonly value: Expression
  readonly tuple: boolean
}

/** One key of an order. */
export interface SortKey {
  readonly value: Expression
  readonly descending: boolean
  readonly nullsFirst: boolean
}

/** An aggregate over a group; `width` is its number of cells when it gives a tuple. */
export interface Aggregate {
  readonly name: string
  readonly args: readonly Expression[]
  readonly type: ScalarType
  readonly at: Span
  readonly width?: number
}

/** The kinds of a join, under one name each. */
export type JoinKind =
  | 'innerunique'
  | 'inner'
  | 'leftouter'
  | 'rightouter'
  | 'fullouter'
  | 'leftsemi'
  | 'leftanti'
  | 'rightsemi'
  | 'rightanti'

export interface Join {
  readonly verb: 'join'
  readonly kind: JoinKind
  readonly left: readonly Column[]
  readonly right: Pipeline
  readonly leftKeys: readonly Expression[]
  readonly rightKeys: readonly Expression[]
}

/** Makes one row per element; the expanded cells stand at their targets, the element's number at `index`. */
export interface MvExpand {
  readonly verb: 'mv-expand'
  readonly width: number
  readonly cells: readonly { readonly value: Expression; readonly target: number; readonly type: ScalarType }[]
  readonly bags: 'bag' | 'array'
  readonly index?: number
  readonly limit?: Expression
}

/** Runs a query over the elements of each row; `cells` reads the row's own cells and behind them a result's. */
export interface MvApply {
  readonly verb: 'mv-apply'
  readonly expand: MvExpand
  readonly query: Pipeline
  readonly cells: readonly Expression[]
}

/** A piece of a `parse` pattern. */
export type ParsePiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'column'; readonly target: number; readonly type: ScalarType }

export interface Parse {
  readonly verb: 'parse'
  readonly of: Expression
  readonly width: number
  readonly mode: 'simple' | 'relaxed' | 'regex'
  readonly flags: string
  readonly pieces: readonly ParsePiece[]
  /** Whether a row that does not match goes (`parse-where`). */
  readonly drops: boolean
  readonly at: Span
}

export interface ParseKeyValues {
  readonly verb: 'parse-kv'
  readonly of: Expression
  readonly width: number
  readonly keys: readonly { readonly name: string; readonly target: number; readonly type: ScalarType }[]
  readonly options: Readonly<Record<string, unknown>>
  readonly at: Span
}

export interface MakeSeries {
  readonly verb: 'make-series'
  readonly keys: readonly Expression[]
  readonly aggregates: readonly Aggregate[]
  /** Each series: its element over the aggregates' cells, and what stands for an empty bin. */
  readonly series: readonly { readonly value: Expression; readonly fallback: Expression }[]
  readonly axis: Expression
  readonly from?: Expression
  readonly to?: Expression
  readonly step: Expression
  /** `in range(…)`: its end is inclusive. */
  readonly closed: boolean
  readonly nonempty: boolean
  readonly at: Span
}

/** Levels of `top-nested`, outermost first. */
export interface TopNested {
  readonly verb: 'top-nested'
  readonly levels: readonly {
    readonly rows?: Expression
    readonly of: Expression
    readonly by: Expression
    readonly aggregates: readonly Aggregate[]
    readonly descending: boolean
  }[]
}

/**
 * Matches rows against steps in their order. Expressions read the row, behind it the record that each step remembers: the row's cells
 * and those that steps assign, which are as in `blank` until they are.
 */
export interface Scan {
  readonly verb: 'scan'
  readonly blank: readonly Expression[]
  readonly steps: readonly {
    readonly condition: Expression
    readonly assigned: readonly { readonly target: number; readonly value: Expression }[]
    readonly output: 'all' | 'last' | 'none'
  }[]
  /** Whether a last cell holds the number of the match. */
  readonly matchId: boolean
}

/** Turns the keys of a bag into columns; those that `columns` leaves open are known only when it runs. */
export interface BagUnpack {
  readonly verb: 'bag_unpack'
  readonly slot: number
  readonly input: readonly Column[]
  readonly prefix: string
  readonly conflict: 'error' | 'replace_source' | 'keep_source'
  readonly ignored: readonly string[]
  /** The columns of an explicit schema. */
  readonly columns?: readonly Column[]
  readonly at: Span
}

/** Turns the values of a column into columns. */
export interface Pivot {
  readonly verb: 'pivot'
  readonly slot: number
  readonly input: readonly Column[]
  readonly keys: readonly number[]
  readonly aggregate: Aggregate
  /** The columns of an explicit schema. */
  readonly columns?: readonly Column[]
  readonly at: Span
}
