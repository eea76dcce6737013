import type { Answer } from '../src/index.ts'
import { table } from '../src/tools/markdown.ts'

/** An answer as readable text: what a person checks in a diff. */
export function golden(title: string, answer: Answer, brief: readonly string[]): string {
  const { summary, coverage, findings, rows, warnings, complete } = answer
  return [
    `## ${title}`,
    summary.headline,
    figures(answer),
    `### ${rows.length} rows, ${complete ? 'complete' : 'incomplete'}`,
    shown(rows, brief),
    '### Coverage',
    table(['state', 'count'], Object.entries(coverage.states)),
    table(
      ['not covered', 'state', 'reason'],
      coverage.gaps.map(({ name, state, reason }) => [name, state, reason]),
    ),
    '### Findings',
    table(
      ['severity', 'subject', 'code', 'message'],
      findings.map(({ severity, subject, code, message }) => [severity, subject, code, message]),
    ),
    ...warnings.map(({ code, message }) => `Warning ${code}: ${message}`),
  ].join('\n\n')
}

/** The figures of a summary. */
export const figures = ({ summary }: Answer): string =>
  table(
    ['figure', 'value'],
    summary.figures
      .map(({ label, value, unit }) => [label, value, unit].filter((part) => part != null))
      .map(([label, ...value]) => [label, value.join(' ')]),
  )

/** Rows in their brief form. */
export const shown = (rows: Answer['rows'], brief: readonly string[]): string =>
  table(
    brief,
    rows.map((row) => brief.map((name) => row[name])),
  )
