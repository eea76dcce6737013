import type { Scope } from './scope.ts'
import type { ColumnInfo } from './columns.ts'
import type { Engine } from './sources/source.ts'

/** What an analysis found out, and how much of the fleet the finding rests on. */
export interface Answer<Row = Readonly<Record<string, unknown>>> {
  readonly analysis: string
  readonly view: string
  /** The source's clock when it was asked, ISO 8601, UTC. */
  readonly asOf: string
  readonly summary: Summary
  readonly columns: readonly ColumnInfo[]
  readonly rows: readonly Row[]
  /** What deserves attention, the most severe first. */
  readonly findings: readonly Finding[]
  readonly coverage: Coverage
  readonly warnings: readonly Warning[]
  readonly evidence: readonly Evidence[]
  /** False as soon as anything was truncated, skipped or partial. */
  readonly complete: boolean
}

export interface Summary {
  /** One or two sentences; the first can be sent to a manager as it is. */
  readonly headline: string
  readonly figures: readonly Figure[]
  /** The resources with the most severe findings, at most ten. */
  readonly offenders: readonly Offender[]
}

export interface Figure {
  readonly label: string
  readonly value: number | string | null
  readonly unit?: string
}

export const severities = ['high', 'medium', 'low'] as const
export type Severity = (typeof severities)[number]

/** One thing about one resource that somebody should act on. */
export interface Finding {
  readonly code: string
  readonly severity: Severity
  /** Lower-cased ARM id. */
  readonly resourceId: string
  /** The resource's name. */
  readonly subject: string
  readonly message: string
}

/** A resource with all that was found about it. */
export interface Offender {
  readonly resourceId: string
  readonly subject: string
  readonly severity: Severity
  readonly reasons: readonly string[]
}

/** Which resources the answer covers; the rest are listed with the reason. */
export interface Coverage {
  readonly total: number
  readonly covered: number
  /** Resources by state. */
  readonly states: Readonly<Record<string, number>>
  readonly gaps: readonly CoverageEntry[]
}

export interface CoverageEntry {
  readonly resourceId: string
  readonly name: string
  readonly state: string
  /** Why nothing trustworthy is known, in one sentence. */
  readonly reason: string
}

/** Something that the reader must know before trusting the rows. */
export interface Warning {
  readonly code: string
  readonly message: string
  readonly hint: string
}

/** What was asked of which store, and what that took. */
export interface Evidence {
  readonly query: string
  readonly engine: Engine
  readonly kql: string
  readonly scope: Scope
  /** UTC, half open; for questions to Log Analytics. */
  readonly window?: { readonly from: string; readonly to: string }
  readonly rows: number
  readonly pages: number
  readonly requests: number
  readonly waitedMs: number
  /** What Log Analytics says that the query cost it. */
  readonly executionMs?: number
  readonly rowsScanned?: number
  readonly durationMs: number
}
