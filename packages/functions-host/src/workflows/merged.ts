import { offendersOf, type Warning } from '@infra-analysis/core'
import type { Section } from '../report/section.ts'
import { coverageOver } from './coverage-over.ts'
import type { PartSection } from './part-section.ts'
import { countOver, summaryOver } from './summary-over.ts'
import type { Question } from './workflow.ts'

/** One section of what all parts found out about a question. No resource is in two parts; their figures do not add up, so they are taken anew. */
export function merged(
  { title, rows: noun }: Question,
  parts: readonly PartSection[],
  gaps: readonly Warning[],
): Section {
  const answers = parts.flatMap(({ answer }) => answer ?? [])
  const [first] = answers
  if (!first) return { title, code: parts[0]?.code ?? 'Defect' }
  const silent = parts.filter(({ answer }) => !answer)
  const code = silent[0]?.code ?? 'ok'
  const findings = answers.flatMap((answer) => answer.findings)
  const warnings = [...gaps, ...silence(silent, parts.length), ...answers.flatMap((answer) => answer.warnings)]
  const inAll = {
    ...first,
    asOf: answers.map(({ asOf }) => asOf).toSorted()[0] ?? first.asOf,
    findings,
    coverage: coverageOver(answers),
    warnings: distinct(warnings),
    evidence: answers.flatMap(({ evidence }) => evidence),
    complete: silent.length === 0 && gaps.length === 0 && answers.every(({ complete }) => complete),
  }
  if (noun !== undefined) {
    const summary = countOver(noun, parts)
    return { title, code, answer: { ...inAll, summary, findings: [], coverage: { ...inAll.coverage, gaps: [] } } }
  }
  const summary =
    parts.length === 1 ? first.summary : summaryOver(offendersOf(findings), inAll.coverage, answers.length)
  return { title, code, answer: { ...inAll, summary } }
}

function silence(silent: readonly PartSection[], all: number): readonly Warning[] {
  if (silent.length === 0) return []
  const codes = [...new Set(silent.map(({ code }) => code))].join(', ')
  const message = `${silent.length} of ${all} subscriptions did not answer: ${codes}.`
  return [{ code: 'parts-missing', message, hint: 'The figures leave them out.' }]
}

const distinct = (warnings: readonly Warning[]): readonly Warning[] => [
  ...new Map(warnings.map((warning) => [JSON.stringify(warning), warning])).values(),
]
