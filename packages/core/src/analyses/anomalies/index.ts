import { z } from 'zod'
import { defineAnalysis } from '../../analysis.ts'
import { placed } from '../../directory.ts'
import type { Facts } from '../../facts.ts'
import { filters, span, window, words } from '../../input.ts'
import { kqlFile } from '../../kql/file.ts'
import { logAnalytics } from '../../kql/query.ts'
import * as rights from '../../rights.ts'
import { parseSpan, windowOf } from '../../time.ts'
import { defineView } from '../../view.ts'
import { coverageOf, minimumHours, states } from './coverage.ts'
import { episodesOf } from './episodes.ts'
import { findingsAbout } from './findings.ts'
import { forecast } from './forecast.ts'
import { disk, episode, series, storedSeries, type StoredSeries } from './row.ts'
import { summarize } from './summary.ts'

const judged = kqlFile(import.meta.url, 'series.kql')
const insights = logAnalytics('insights', kqlFile(import.meta.url, 'insights.kql') + judged, storedSeries, {
  batch: 100,
})
const perf = logAnalytics('perf', kqlFile(import.meta.url, 'perf.kql') + judged, storedSeries, { batch: 50 })

/** Performance counters count only for machines that VM insights does not watch: the two measure a little differently. */
const counts = (stored: StoredSeries, facts: Facts): boolean =>
  stored.dataSource !== 'Perf' || facts.find(insights, 'machineId', stored.machineId) === undefined

const seriesOf = (facts: Facts) => [...facts.of(insights), ...facts.of(perf)].filter((stored) => counts(stored, facts))
const disksOf = (facts: Facts) => seriesOf(facts).flatMap((stored) => forecast(stored, facts))

const both = { query: insights, also: [perf] }

const episodes = defineView({
  ...both,
  description: 'A stretch of time in which a metric was unlike itself, or stayed above its limit',
  row: episode,
  brief: [
    'machine',
    'metric',
    'instance',
    'kind',
    'startedAt',
    'durationMinutes',
    'peakPercent',
    'expectedPercent',
    'score',
  ],
  shape: (stored, facts) => (counts(stored, facts) ? episodesOf(stored, facts) : []),
})

const disks = defineView({
  ...both,
  description: 'A disk with its growth and the days until it is full',
  row: disk,
  brief: ['machine', 'site', 'instance', 'usedPercent', 'growthPercent', 'fullInDays'],
  shape: (stored, facts) => (counts(stored, facts) ? forecast(stored, facts) : []),
})

const known = defineView({
  ...both,
  description: 'A metric of a machine and how well it is known',
  row: series,
  brief: ['machine', 'metric', 'instance', 'observedHours', 'expectedHours', 'lastSampleAt', 'dataSource'],
  shape: (stored, facts) => (counts(stored, facts) ? series.parse(placed(stored, facts.directory)) : []),
})

/** How far from the usual an hour has to be, in units of the usual spread. */
const thresholds = { low: 4, medium: 2.5, high: 1.5 } as const

/** Hours after which behaviour repeats, as far as the history can show it: a week, a day, or nothing. */
function seasonOf(hours: number): number {
  const [day, week] = [24, 168]
  return hours >= 3 * week ? week : hours >= 4 * day ? day : 0
}

const percent = (description: string, byDefault: number) =>
  z.number().min(0).max(100).default(byDefault).describe(description)

export default defineAnalysis({
  id: 'anomalies',
  title: 'Anomalies',
  description:
    'Find servers whose CPU, memory or disks behave unlike their own history, stay above a limit, or will run full. Use this when someone asks about performance problems, why a server is slow, hangs or is overloaded, what behaves oddly, or which disks fill up or run out of space.',
  engine: 'log-analytics',
  rights: [...rights.machines, ...rights.logs('InsightsMetrics', 'Perf')],
  keeps:
    'All samples that the workspace still keeps: one a minute, or as the collection of performance counters is set.',
  input: z.strictObject({
    ...filters,
    ...window('24h'),
    learn: span('How much history to learn from, up to the end of the window', '21d'),
    metrics: words(['cpuUsedPercent', 'memoryUsedPercent', 'diskUsedPercent'], 'Only these metrics'),
    sensitivity: z.enum(['low', 'medium', 'high']).default('medium').describe('How small a deviation counts'),
    minDelta: percent('Smaller deviations never count, in percentage points', 10),
    cpuLimit: percent('CPU above this for half an hour is a breach, in percent', 90),
    memoryLimit: percent('Memory above this for half an hour is a breach, in percent', 90),
    diskLimit: percent('A disk above this for half an hour is a breach, in percent', 90),
  }),
  window(input, asOf) {
    const reported = windowOf(input, asOf)
    return {
      from: new Date(Math.min(reported.from.getTime(), reported.to.getTime() - parseSpan(input.learn))),
      to: reported.to,
    }
  },
  parameters: (
    { metrics, sensitivity, minDelta, cpuLimit, memoryLimit, diskLimit, ...input },
    { asOf, machineIds, window: learnt },
  ) => ({
    machineIds,
    metrics,
    learnFrom: learnt.from,
    reportFrom: windowOf(input, asOf).from,
    toTime: learnt.to,
    season: seasonOf((learnt.to.getTime() - learnt.from.getTime()) / 3_600_000),
    threshold: thresholds[sensitivity],
    minDelta,
    minBuckets: minimumHours,
    cpuLimit,
    memoryLimit,
    diskLimit,
  }),
  facts: [insights, perf],
  views: { episodes, disks, series: known },
  main: 'episodes',
  states,
  coverage: (_, facts) => coverageOf(seriesOf(facts), facts),
  findings: (rows, facts) => findingsAbout(rows, disksOf(facts)),
  summarize: (rows, facts) => summarize(rows, disksOf(facts), seriesOf(facts), facts),
  examples: [
    { title: 'The last 24 hours against three weeks', input: {} },
    {
      title: 'Disks of the last week, at high sensitivity',
      input: { metrics: ['diskUsedPercent'], timespan: '7d', sensitivity: 'high' },
    },
  ],
})
