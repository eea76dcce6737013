import type { Figure } from '../../answer.ts'
import { countOf, counted, numeral, verb } from '../../wording.ts'
import type { Covered } from './coverage.ts'
import { isOpen } from './findings.ts'
import type { Recommendation } from './row.ts'

export function summarize(
  rows: readonly Recommendation[],
  servers: readonly Covered[],
): { headline: string; figures: Figure[] } {
  const sum = (of: (server: Covered) => number | null | undefined) =>
    servers.reduce((total, server) => total + (of(server) ?? 0), 0)
  const assessed = countOf(servers, ({ state }) => state === 'Assessed')
  const blocked = countOf(servers, ({ server }) => (server?.prerequisiteFailures ?? 0) > 0)
  const failed = rows.filter((row) => isOpen(row) && !row.isPrerequisite)
  const high = countOf(failed, ({ priority }) => priority === 'High')
  const followed = sum(({ server }) => server?.passed)
  const all = followed + sum(({ server }) => server?.failed)
  const block = blocked ? ` On ${counted(blocked, 'server')} the prerequisites of the assessment fail.` : ''
  return {
    headline: `${headlineOf(servers.length, assessed, failed.length, high)}${block}`,
    figures: [
      { label: 'Windows servers', value: servers.length },
      {
        label: 'Assessed recently',
        value: servers.length ? Math.round((100 * assessed) / servers.length) : null,
        unit: '%',
      },
      { label: 'Recommendations followed', value: all ? Math.round((100 * followed) / all) : null, unit: '%' },
      { label: 'Not followed', value: failed.length },
      { label: 'Of high priority', value: high },
      { label: 'Of lower priority', value: failed.length - high },
      { label: 'Servers with failing prerequisites', value: blocked },
    ],
  }
}

function headlineOf(total: number, assessed: number, failed: number, high: number): string {
  const servers = counted(total, 'Windows server')
  if (assessed === 0) return `None of ${servers} was assessed in the last 14 days.`
  const found = failed
    ? `${counted(failed, 'recommendation')} ${verb(failed, 'is', 'are')} not followed, ${numeral(high)} of high priority`
    : 'no recommendation is open'
  const rest = total - assessed
  const unknown = rest ? ` Nothing current is known about the other ${rest === 1 ? 'one' : numeral(rest)}.` : ''
  return `${numeral(assessed)} of ${servers} ${verb(assessed, 'was', 'were')} assessed in the last 14 days: ${found}.${unknown}`
}
