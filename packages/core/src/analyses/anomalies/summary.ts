import type { Figure } from '../../answer.ts'
import type { Facts } from '../../facts.ts'
import { countOf, counted, enumerated, verb } from '../../wording.ts'
import { coverageOf, states } from './coverage.ts'
import type { Disk, Episode, StoredSeries } from './row.ts'

export function summarize(
  episodes: readonly Episode[],
  disks: readonly Disk[],
  series: readonly StoredSeries[],
  facts: Facts,
): { headline: string; figures: Figure[] } {
  const entries = coverageOf(series, facts)
  const watched = countOf(entries, ({ state }) => !states[state as keyof typeof states].gap)
  const of = (kind: Episode['kind']) =>
    new Set(episodes.filter((one) => one.kind === kind).map(({ machineId }) => machineId)).size
  const filling = countOf(disks, ({ fullInDays }) => fullInDays !== null && fullInDays <= 30)
  const [unusual, breached] = [of('anomaly'), of('breach')]
  const troubles = [
    ...(unusual
      ? [
          `${counted(unusual, 'server')} ${verb(unusual, 'behaves', 'behave')} unlike ${verb(unusual, 'itself', 'themselves')}`,
        ]
      : []),
    ...(breached ? [`${counted(breached, 'server')} ${verb(breached, 'stays', 'stay')} above a limit`] : []),
    ...(filling ? [`${counted(filling, 'disk')} will be full within a month`] : []),
  ]
  return {
    headline: `${enumerated(troubles) || 'No server behaves unlike itself'}. ${watched} of ${counted(entries.length, 'server')} ${verb(watched, 'has', 'have')} enough history to tell.`,
    figures: [
      { label: 'Servers watched', value: watched },
      { label: 'Servers with anomalies', value: unusual },
      { label: 'Anomalous episodes', value: countOf(episodes, ({ kind }) => kind === 'anomaly') },
      { label: 'Servers above a limit', value: breached },
      { label: 'Disks full within 30 days', value: filling },
      { label: 'Without metrics', value: countOf(entries, ({ state }) => state === 'NotCollected') },
    ],
  }
}
