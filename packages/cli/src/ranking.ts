import type { Answer, Severity } from '@infra-analysis/core'
import type { Row } from './formats/sheet.ts'

/** Rows by the findings about them. */
export interface Ranking {
  readonly severityOf: (row: Row) => Severity | undefined
  /** The rows with the most severe findings first; equals stay in the answer's order. */
  readonly worstFirst: (rows: readonly Row[]) => readonly Row[]
}

const weights: Readonly<Record<Severity, number>> = { high: 1e12, medium: 1e6, low: 1 }

/** The ranking of an answer's main view: its rows name the resources that the findings are about. */
export function rankingOf({ findings, columns }: Answer): Ranking {
  const weightOf = new Map<unknown, number>()
  for (const { resourceId, severity } of findings)
    weightOf.set(resourceId, (weightOf.get(resourceId) ?? 0) + weights[severity])
  const weight = (row: Row) =>
    weightOf.get(columns.map(({ name }) => row[name]).find((value) => weightOf.has(value))) ?? 0
  return {
    severityOf: (row) => {
      const found = weight(row)
      return found >= weights.high ? 'high' : found >= weights.medium ? 'medium' : found > 0 ? 'low' : undefined
    },
    worstFirst: (rows) =>
      rows
        .map((row) => ({ row, weight: weight(row) }))
        .toSorted((a, b) => b.weight - a.weight)
        .map(({ row }) => row),
  }
}
