/** The scalar types of KQL. */
export type ScalarType =
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

/** A column's name and type. */
export interface Column {
  readonly name: string
  readonly type: ScalarType
}

/**
 * A table as the Log Analytics wire carries it. A `datetime` is ISO 8601 in UTC with a 7-digit fraction, a `long` a number
 * (a string beyond 2^53), a `real` a number or `"NaN"`, `"Infinity"`, `"-Infinity"`, a `timespan` `[-][d.]hh:mm:ss[.fffffff]`,
 * a `guid` lower case, a `dynamic` plain JSON, a `decimal` a string. Null is `null`; a `string` is never null.
 * A table that a query has read must not be changed: what was made of its rows serves the queries to come.
 */
export interface Table {
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly unknown[])[]
}

/**
 * The cells of a column in the wire's form, one per row. A `Float64Array` holds a column without nulls: the numbers of an `int`,
 * a `long` or a `real`, and of a `datetime` its whole milliseconds since 1970.
 */
export type Cells = readonly unknown[] | Float64Array

/** A table that makes a column when a query first reads it, and is asked for it only once; it must not change either. */
export interface ColumnarTable {
  readonly columns: readonly Column[]
  /** How many rows it has. */
  readonly length: number
  readonly cells: (column: string) => Cells
}

/** The tables of a database by name. */
export type Schema = Readonly<Record<string, readonly Column[]>>
