import type { AnalysisId } from '../fleet.ts'
import type { ErrorCode } from '../errors.ts'

/** What can be wrong here and now, and what each analysis makes of it. */
export interface Diagnosis {
  /** The source's clock when it was asked, ISO 8601, UTC. */
  readonly asOf: string
  readonly source: 'azure' | 'sandbox'
  readonly checks: readonly Check[]
  readonly verdicts: readonly Verdict[]
  /** The gravest thing that is missing, rights before data; absent when every analysis can run on fresh data. */
  readonly code?: ErrorCode
}

/** `skipped`: could not be looked at, because an earlier check failed. */
export type State = 'ok' | 'warning' | 'failed' | 'skipped'

/** One thing that analyses rest on. */
export interface Check {
  readonly name: string
  readonly state: State
  /** What was found, in a sentence. */
  readonly detail: string
  readonly mend?: Mend
  /** What kind of thing is missing. */
  readonly code?: ErrorCode
  /** Machines that fill a table or have an agent. */
  readonly machines?: number
  /** The time of a table's newest row, ISO 8601, UTC; null when there is none. */
  readonly newestAt?: string | null
}

/** How to put something right. */
export interface Mend {
  readonly advice: string
  /** A command line for a shell, in which `<…>` stands for what only the reader knows. */
  readonly command?: string
}

/** A check that is not well, and what it found. */
export type Reason = Pick<Check, 'name' | 'detail'>

/** Whether an analysis can run. */
export interface Verdict {
  readonly analysis: AnalysisId
  readonly state: 'runs' | 'partly' | 'cannot'
  /** Why it cannot run, or which part of it is missing. */
  readonly reasons: readonly Reason[]
  /** Puts the first of the reasons right. */
  readonly mend?: Mend
  readonly code?: ErrorCode
  /** The Azure actions that it needs. */
  readonly rights: readonly string[]
}
