import type { Span } from '../plan/plan.ts'
import type { ScalarType } from '../table.ts'

/** Where a function or an aggregate is called: all that is known before the first row. */
export interface CallSite {
  readonly name: string
  /** Static types of the arguments. */
  readonly types: readonly ScalarType[]
  /** Static type of the result. */
  readonly result: ScalarType
  /** The value of each argument that is constant, `undefined` for the others. */
  readonly constants: readonly unknown[]
  /** The query's one `now()`, in ticks. */
  readonly now: number
  readonly at: Span
}

/** Computes one cell from the argument cells, in the engine's own form (see `values/`). Null in, null out is its own business. */
export type Implementation = (...cells: never[]) => unknown

/** A scalar function: called once per call site, it may specialise on types and constants, and returns what runs per row. */
export type ScalarFunction = (site: CallSite) => Implementation

/** An aggregate at work on one group; `finish` gives one cell, or one per column for a tuple aggregate such as `arg_max`. */
export interface Accumulator {
  step(...cells: unknown[]): void
  finish(): unknown
}

/** An aggregate: called once per call site, the maker it returns is called once per group. */
export type AggregateFunction = (site: CallSite) => () => Accumulator

/** A function whose result is null (`''` for a string) as soon as one argument is null. */
export const strict =
  (implementation: Implementation): ScalarFunction =>
  (site) => {
    const nothing = site.result === 'string' ? '' : null
    const run = implementation as (...cells: unknown[]) => unknown
    switch (site.types.length) {
      case 1:
        return (a: unknown) => (a === null ? nothing : (run(a) ?? nothing))
      case 2:
        return (a: unknown, b: unknown) => (a === null || b === null ? nothing : (run(a, b) ?? nothing))
      case 3:
        return (a: unknown, b: unknown, c: unknown) =>
          a === null || b === null || c === null ? nothing : (run(a, b, c) ?? nothing)
      default:
        return (...cells: unknown[]) => (cells.includes(null) ? nothing : (run(...cells) ?? nothing))
    }
  }
