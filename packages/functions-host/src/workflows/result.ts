import { clean, type Offender } from '@infra-analysis/core'
import type { Report, Section } from '../report/section.ts'
import type { Unanswered } from './assembled.ts'

/** A report in brief, for agents: at most some thousand bytes. */
export interface WorkflowResult {
  /** ISO 8601, UTC. */
  readonly as_of: string
  readonly complete: boolean
  readonly subscriptions: number
  readonly sections: readonly SectionResult[]
  /** The first of them. */
  readonly not_answered: readonly Unanswered[]
  readonly not_answered_count: number
  /** Where the whole report is kept: container and name. */
  readonly report: string
}

interface SectionResult {
  readonly title: string
  readonly code: string
  readonly headline?: string
  /** Resources of which something is known, and all. */
  readonly known?: number
  readonly total?: number
  /** The resources with the most severe findings. */
  readonly worst?: readonly string[]
}

const mostWorst = 3
const mostUnanswered = 20

/** What an agent gets to know of a report. */
export const resultOf = (
  { asOf, complete, sections }: Report,
  unanswered: readonly Unanswered[],
  about: Pick<WorkflowResult, 'subscriptions' | 'report'>,
): WorkflowResult => ({
  as_of: asOf,
  complete,
  subscriptions: about.subscriptions,
  sections: sections.map(sectionResult),
  not_answered: unanswered.slice(0, mostUnanswered),
  not_answered_count: unanswered.length,
  report: about.report,
})

function sectionResult({ answer, code, title }: Section): SectionResult {
  if (!answer) return { title, code }
  const { coverage, summary } = answer
  return {
    title,
    code,
    headline: clean(summary.headline, 400),
    known: coverage.covered,
    total: coverage.total,
    worst: summary.offenders.slice(0, mostWorst).map(described),
  }
}

const described = ({ reasons, severity, subject }: Offender): string =>
  `${clean(subject, 60)} (${severity}): ${clean(reasons.join('; '), 160)}`
