import type { ColumnInfo, Severity } from '@infra-analysis/core'
import type { Look } from '../look.ts'

/** A column as a sheet needs it. */
export type Column = Omit<ColumnInfo, 'description'>

export type Row = Readonly<Record<string, unknown>>

/** Rows that are shown, and what is said about them. */
export interface Sheet {
  /** Stands above the rows where people read them. */
  readonly headline?: string | undefined
  /** What JSON says besides the columns and rows. */
  readonly about: object
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** A value as people read it, on one line. */
  readonly textOf: (value: unknown, column: Column) => string
  /** How severe the findings about a row are, where the rows are marked with it. */
  readonly severityOf?: ((row: Row) => Severity | undefined) | undefined
  /** The columns were asked for: none may be left out. */
  readonly isChosen: boolean
  /** The rows go on from an earlier sheet: no second header. */
  readonly isContinued?: boolean
}

/** The lines that show a sheet. */
export type Format = (sheet: Sheet, look: Look) => Iterable<string>
