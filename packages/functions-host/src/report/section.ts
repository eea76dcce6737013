import type { Answer, Outcome, Reply } from '@infra-analysis/core'

/** An analysis in a report: its answer without rows, or the code of what kept it from answering. */
export interface Section {
  readonly title: string
  readonly code: Outcome['code']
  readonly answer?: Omit<Answer, 'rows'> | undefined
}

/** The state of a fleet at a moment. */
export interface Report {
  /** ISO 8601, UTC. */
  readonly asOf: string
  readonly sections: readonly Section[]
  /** False as soon as one section is incomplete or missing. */
  readonly complete: boolean
}

/** A report of these sections. */
export const reportOf = (asOf: string, sections: readonly Section[]): Report => ({
  asOf,
  sections,
  complete: sections.every(({ answer }) => answer?.complete ?? false),
})

/** The section that a reply makes. */
export const sectionOf = (title: string, { answer, outcome }: Reply): Section => ({ title, code: outcome.code, answer })
