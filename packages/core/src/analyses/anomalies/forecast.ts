import { z } from 'zod'
import { placeOf } from '../../directory.ts'
import type { Facts } from '../../facts.ts'
import type { Disk, StoredSeries } from './row.ts'

const days = z.array(z.object({ day: z.string(), used: z.number() })).catch([])

/** A disk counts as full here. */
const fullPercent = 95
/** With fewer days no slope is worth a forecast. */
const minimumDays = 5
/** Slower growth is no news. */
const minimumGrowth = 0.05

/** The growth of a disk, from the median of all slopes between two daily means: a clean-up or a spike does not sway it. */
export function forecast(stored: StoredSeries, facts: Facts): readonly Disk[] {
  const means = days
    .parse(stored.days)
    .toSorted((a, b) => a.day.localeCompare(b.day))
    .map(({ used }) => used)
  const used = means.at(-1)
  if (stored.metric !== 'diskUsedPercent' || used === undefined) return []
  const slopes = means.flatMap((later, i) => means.slice(0, i).map((earlier, j) => (later - earlier) / (i - j)))
  const growth = median(slopes)
  const isSteady =
    means.length >= minimumDays &&
    growth >= minimumGrowth &&
    countOf(slopes, (slope) => slope > 0) >= 0.8 * slopes.length
  return [
    {
      diskId: stored.seriesId,
      ...placeOf(stored.machineId, stored.computer, facts.directory),
      metric: stored.metric,
      instance: stored.instance,
      usedPercent: round(used),
      growthPercent: means.length > 1 ? round(growth) : null,
      isSteady,
      fullInDays: isSteady ? Math.max(0, round((fullPercent - used) / growth)) : null,
      dataSource: stored.dataSource,
    },
  ]
}

const countOf = (values: readonly number[], is: (value: number) => boolean): number => values.filter(is).length
const round = (value: number): number => Math.round(value * 100) / 100

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
