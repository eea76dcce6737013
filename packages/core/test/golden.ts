import type { Answer } from '../src/index.ts'

/** An answer as readable text: what a person checks in a diff. */
export function golden(title: string, answer: Answer, brief: readonly string[]): string {
  const { summary, coverage, findings, rows, warnings, complete } = answer
  return [
    `## ${title}`,
    summary.headline,
    table(
      ['figure', 'value'],
      summary.figures
        .map(({ label, value, unit }) => [label, value, unit].filter((part) => part != null))
        .map(([label, ...value]) => [label, value.join(' ')]),
    ),
    `### ${rows.length} rows, ${complete ? 'complete' : 'incomplete'}`,
    table(
      brief,
      rows.map((row) => brief.map((name) => row[name])),
    ),
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

function table(columns: readonly string[], rows: readonly (readonly unknown[])[]): string {
  if (rows.length === 0) return '(none)'
  const line = (cells: readonly unknown[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n')
}

const cell = (value: unknown): string =>
  (value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('|', String.raw`\|`)
