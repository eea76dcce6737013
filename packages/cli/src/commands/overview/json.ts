import type { Place } from '@infra-analysis/core'
import { isInfraError } from '../../exit.ts'
import { jsonText } from '../../formats/json-text.ts'
import type { Look } from '../../look.ts'
import type { Outcome } from '../overview.ts'

/** The summaries of all analyses, without their rows. */
export const overviewJson = (
  { source }: Place,
  outcomes: readonly Outcome[],
  { isTerminal }: Look,
): readonly string[] => [
  jsonText(
    { asOf: source.now().toISOString(), source: source.name, analyses: outcomes.map(briefly) },
    isTerminal ? 2 : undefined,
  ),
]

function briefly(outcome: Outcome) {
  if ('error' in outcome) return { analysis: outcome.analysis.id, error: errorOf(outcome.error) }
  const { analysis, summary, coverage, warnings, complete } = outcome.answer
  return { analysis, summary, coverage, warnings, complete }
}

const errorOf = (error: unknown) =>
  isInfraError(error)
    ? { code: error.code, message: error.message, hint: error.hint }
    : { code: 'Defect', message: String(error) }
