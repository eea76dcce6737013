import type { Figure } from '../../answer.ts'
import { countOf, counted, enumerated, verb } from '../../wording.ts'
import { coverageOf, type Known, states } from './coverage.ts'
import type { Change, Reinstall, Report } from './row.ts'

export function summarize(
  changes: readonly Change[],
  reports: readonly Report[],
  reinstalls: readonly Reinstall[],
  known: Known,
): { headline: string; figures: Figure[] } {
  const coverage = coverageOf(changes, reports, known)
  const gaps = countOf(coverage, ({ state }) => states[state as keyof typeof states].gap)
  const machines = distinct(changes.map(({ machineId }) => machineId))
  const of = (kind: string) => countOf(changes, ({ change }) => change === kind)
  const kinds = [
    ...some(of('Upgraded'), 'version change'),
    ...some(of('Added'), 'addition'),
    ...some(of('Removed'), 'removal'),
    ...some(of('Reinstalled'), 'reinstallation'),
    ...some(of('Modified'), 'other change'),
  ]
  const hidden = changes.some(({ comesAndGoes }) => comesAndGoes) ? 0 : reinstalls.length
  const churn = hidden
    ? ` ${counted(hidden, 'installation')} that ${verb(hidden, 'comes and goes', 'come and go')}, as at a user's sign-in, ${verb(hidden, 'is', 'are')} left out.`
    : ''
  const doubt = gaps ? ` The changes of ${gaps} of ${counted(coverage.length, 'machine')} are not fully known.` : ''
  return {
    headline: `${counted(changes.length, 'software change')} on ${counted(machines, 'machine')}${kinds.length ? `: ${enumerated(kinds)}` : ''}.${churn}${doubt}`,
    figures: [
      { label: 'Changes', value: changes.length },
      { label: 'Version changes', value: of('Upgraded') },
      { label: 'Additions', value: of('Added') },
      { label: 'Removals', value: of('Removed') },
      { label: 'Reinstallations', value: of('Reinstalled') },
      { label: 'Other changes', value: of('Modified') },
      { label: 'Of these, Windows updates', value: countOf(changes, ({ softwareType }) => softwareType === 'Update') },
      { label: 'Products', value: distinct(changes.map(({ software }) => software.toLowerCase())) },
      { label: 'Machines with changes', value: machines },
      { label: 'Machines whose changes are known', value: coverage.length - gaps },
      { label: 'Installations that come and go, left out', value: hidden },
    ],
  }
}

const distinct = (values: readonly string[]): number => new Set(values).size

const some = (count: number, noun: string): readonly string[] => (count ? [counted(count, noun)] : [])
