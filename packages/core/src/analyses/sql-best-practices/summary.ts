import type { Figure } from '../../answer.ts'
import { countOf, counted, enumerated, numeral, verb } from '../../wording.ts'
import type { Instance } from './coverage.ts'
import type { Finding, StoredRun } from './row.ts'

export function summarize(
  rows: readonly Finding[],
  instances: readonly Instance[],
  runs: readonly StoredRun[],
): { headline: string; figures: Figure[] } {
  const assessed = countOf(instances, ({ state }) => state === 'Assessed')
  const is = (status: Finding['status']) => countOf(rows, (row) => row.status === status)
  const open = rows.filter(({ status }) => status !== 'Resolved')
  const of = (severity: string) => countOf(open, (row) => row.severity === severity)
  const unreadable = runs.reduce((total, run) => total + (run.isNewest ? (run.unreadable ?? 0) : 0), 0)
  return {
    headline: headlineOf(instances.length, assessed, [
      open.length ? counted(open.length, 'finding') : 'no open finding',
      ...(of('High') ? [`${numeral(of('High'))} of high severity`] : []),
      ...changes(is('New'), is('Resolved')),
    ]),
    figures: [
      { label: 'Instances', value: instances.length },
      {
        label: 'Assessed recently',
        value: instances.length ? Math.round((100 * assessed) / instances.length) : null,
        unit: '%',
      },
      { label: 'Open findings', value: open.length },
      { label: 'High', value: of('High') },
      { label: 'Medium', value: of('Medium') },
      { label: 'Low', value: of('Low') },
      { label: 'Information', value: of('Information') },
      { label: 'New', value: is('New') },
      { label: 'Resolved', value: is('Resolved') },
      { label: 'Unreadable lines', value: unreadable },
    ],
  }
}

function headlineOf(total: number, assessed: number, found: readonly string[]): string {
  const instances = counted(total, 'SQL instance')
  if (assessed === 0) return `None of ${instances} was assessed in the last 14 days.`
  const rest = total - assessed
  const unknown = rest ? ` Nothing current is known about the other ${rest === 1 ? 'one' : numeral(rest)}.` : ''
  return `${numeral(assessed)} of ${instances} ${verb(assessed, 'was', 'were')} assessed in the last 14 days: ${found.join(', ')}.${unknown}`
}

function changes(fresh: number, resolved: number): readonly string[] {
  const parts = [...(fresh ? [`${numeral(fresh)} new`] : []), ...(resolved ? [`${numeral(resolved)} resolved`] : [])]
  return parts.length > 0 ? [`${enumerated(parts)} since the run before`] : []
}
