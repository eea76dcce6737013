import type { Figure } from '../../answer.ts'
import { countOf, counted, verb } from '../../wording.ts'
import { coverageOf, type Known, states } from './coverage.ts'
import type { Installed, Report } from './row.ts'

export function summarize(
  rows: readonly Installed[],
  reports: readonly Report[],
  known: Known,
): { headline: string; figures: Figure[] } {
  const coverage = coverageOf(reports, known)
  const gaps = countOf(coverage, ({ state }) => states[state as keyof typeof states].gap)
  const is = (wanted: string) => countOf(coverage, ({ state }) => state === wanted)
  const names = distinct(rows.map(({ software }) => software.toLowerCase()))
  const versions = distinct(rows.map(({ software, version }) => `${software.toLowerCase()}|${version}`))
  const machines = distinct(rows.map(({ machineId }) => machineId))
  const what = names === 1 ? (rows[0]?.software ?? '') : counted(names, 'product')
  const doubt = gaps
    ? ` What is installed on ${gaps} of ${counted(coverage.length, 'machine')} is not fully known.`
    : ''
  return {
    headline: `${what} ${verb(names, 'is', 'are')} installed in ${counted(versions, 'version')} on ${counted(machines, 'machine')}.${doubt}`,
    figures: [
      { label: 'Installations', value: rows.length },
      { label: 'Products', value: names },
      { label: 'Versions', value: versions },
      { label: 'Publishers', value: distinct(rows.map(({ publisher }) => publisher.toLowerCase()).filter(Boolean)) },
      { label: 'Machines that have them', value: machines },
      { label: 'Machines with a recent inventory', value: is('Reported') + is('Capped') },
      { label: 'At the cap of the collection', value: is('Capped') },
      { label: 'Inventory stale', value: is('Stale') },
      { label: 'Agent gone', value: is('AgentGone') },
      { label: 'Not collected', value: is('NotCollected') },
    ],
  }
}

const distinct = (values: readonly string[]): number => new Set(values).size
