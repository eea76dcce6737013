import type { Pipeline } from '../plan/plan.ts'
import type { Column } from '../table.ts'
import type { Frame, Rows } from './frame.ts'

/** The cells of a row, by slot, in the engine's own form. */
export type Row = readonly unknown[]

/** What a plan needs while it runs. */
export interface Context {
  /** The query's one `now()`, in ticks. */
  readonly now: number
  /** From how many rows on a loop is generated for them. */
  readonly generateFrom: number
  variable(name: string): unknown
  /** The rows of a query that reads no row around it, computed once. */
  rows(query: Pipeline): readonly Row[]
  view(name: string): Rows
  /** A table's rows; `used` tells which of their slots will be read, if not all. */
  table(name: string, columns: readonly Column[], used: () => ReadonlySet<number> | undefined): Frame
}
