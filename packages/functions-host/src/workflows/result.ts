import type { Offender } from '@infra-analysis/core'
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
    headline: plain(summary.headline, 400),
    known: coverage.covered,
    total: coverage.total,
    worst: summary.offenders.slice(0, mostWorst).map(described),
  }
}

const described = ({ reasons, severity, subject }: Offender): string =>
  `${plain(subject, 60)} (${severity}): ${plain(reasons.join('; '), 160)}`

/** Machines wrote these words: nothing invisible is left in them, and no more than so many characters. */
function plain(text: string, most: number): string {
  const line = text
    .slice(0, most * 4)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ')
    .trim()
  return [...line].length > most ? `${[...line].slice(0, most - 1).join('')}…` : line
}
