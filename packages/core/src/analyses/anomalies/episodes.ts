import { z } from 'zod'
import { placeOf } from '../../directory.ts'
import type { Facts } from '../../facts.ts'
import type { Episode, StoredSeries } from './row.ts'

const hits = z.array(z.object({ at: z.string(), value: z.number(), expected: z.number(), score: z.number() })).catch([])
const breaches = z.array(z.object({ at: z.string(), value: z.number(), limit: z.number() })).catch([])

const minute = 60_000
const [hour, quarter] = [60 * minute, 15 * minute]
/** A breach that ends sooner is no news. */
const sustained = 30 * minute

interface Point {
  readonly from: number
  readonly value: number
  readonly expected: number
  readonly score: number | null
}

/** Neighbouring anomalous hours, and neighbouring quarter hours above the limit, as one episode each. A lone sample is no breach. */
export function episodesOf(stored: StoredSeries, facts: Facts): readonly Episode[] {
  const anomalous = hits.parse(stored.hits).map(({ at, ...point }) => ({ from: Date.parse(at), ...point }))
  const above = breaches
    .parse(stored.breaches)
    .map(({ at, value, limit }) => ({ from: Date.parse(at), value, expected: limit, score: null }))
  // A machine that measures less often than every quarter hour is above its limit from one sample to the next.
  const apart = Math.max(quarter, Math.ceil(stored.sampleMinutes ?? 0) * minute)
  const { machineId, computer, metric, instance } = stored
  const where = { ...placeOf(machineId, computer, facts.directory), metric, instance }
  const episode = (kind: Episode['kind'], length: number) => (points: readonly Point[]) => ({
    ...where,
    ...summary(points, length, facts.window.to),
    kind,
    dataSource: stored.dataSource,
  })
  return [
    ...merged(anomalous, hour).map(episode('anomaly', hour)),
    ...merged(above, apart)
      .filter(({ length }) => length > 1)
      .map(episode('breach', apart))
      .filter(({ durationMinutes }) => durationMinutes * minute >= sustained),
  ].map((found) => ({
    episodeId: [stored.seriesId, found.kind, found.startedAt].join('|'),
    ...found,
  }))
}

/** Runs of points of one direction, at most one bucket apart. */
function merged(points: readonly Point[], length: number): readonly (readonly Point[])[] {
  const runs: Point[][] = []
  for (const point of points.toSorted((a, b) => a.from - b.from)) {
    const last = runs.at(-1)?.at(-1)
    const isNext = last && point.from - last.from <= 2 * length && isHigh(point) === isHigh(last)
    if (isNext) runs.at(-1)?.push(point)
    else runs.push([point])
  }
  return runs
}

const isHigh = ({ value, expected }: Point): boolean => value >= expected

function summary(points: readonly Point[], length: number, until: Date) {
  const distances = points.map(({ value, expected }) => value - expected)
  const furthest =
    points[distances.findIndex((distance) => Math.abs(distance) === Math.max(...distances.map(Math.abs)))]
  const first = points[0]?.from ?? 0
  const end = Math.min((points.at(-1)?.from ?? 0) + length, until.getTime())
  const scores = points.flatMap(({ score }) => (score === null ? [] : [Math.abs(score)]))
  return {
    direction: points[0] && isHigh(points[0]) ? ('high' as const) : ('low' as const),
    startedAt: new Date(first).toISOString(),
    endedAt: new Date(end).toISOString(),
    durationMinutes: (end - first) / minute,
    peakPercent: furthest?.value ?? null,
    expectedPercent: furthest?.expected ?? null,
    deltaPoints: Math.round((10 * distances.reduce((sum, distance) => sum + distance, 0)) / distances.length) / 10,
    score: scores.length > 0 ? Math.max(...scores) : null,
  }
}
