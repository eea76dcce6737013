import type { Check } from './conformance.ts'
import { meanings, verdictOn, type Verdict } from './verdict.ts'

/** How many checks have each verdict. */
export const countsOf = (checks: readonly Check[]): string =>
  Object.entries(Object.groupBy(checks, verdictOn))
    .map(([verdict, some]) => `${some.length} ${verdict}`)
    .join(', ')

/** A page about a run: a line for each scenario with its worst verdict, and every check below it that does not pass. */
export function baselineOf(checks: readonly Check[]): string {
  const legend = Object.entries(meanings).map(([verdict, meaning]) => `# ${verdict.padEnd(8)}  ${meaning}`)
  const scenarios = [...Map.groupBy(checks, ({ scenario }) => scenario)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `${[...legend, '', ...scenarios.flatMap(([name, some]) => scenarioLines(name, some))].join('\n')}\n`
}

const worstFirst: readonly Verdict[] = ['fails', 'warns', 'declined', 'fixture', 'passes', 'note']

function scenarioLines(name: string, checks: readonly Check[]): readonly string[] {
  const verdicts = new Set(checks.map(verdictOn))
  const worst = worstFirst.find((verdict) => verdicts.has(verdict)) ?? 'note'
  const passed = checks.filter((check) => verdictOn(check) === 'passes').length
  return [`${worst.padEnd(8)}  ${name}: ${passed} of ${checks.length} pass`, ...checks.flatMap(checkLines)]
}

function checkLines(check: Check): readonly string[] {
  const verdict = verdictOn(check)
  return verdict === 'passes' || verdict === 'note' ? [] : [`          ${verdict}  ${check.id}: ${reasonOf(check)}`]
}

/** The first sentence of the suite's message. */
export const reasonOf = ({ errorMessage = '' }: Check): string => errorMessage.split(/\.\s|\n/, 1)[0]?.trim() ?? ''
