import { z } from 'zod'
import { flag, int, json, long, real, text, time, word } from '../../columns.ts'

/** What the store computes about one metric of one machine. */
export const storedSeries = z.object({
  seriesId: text('Machine, metric and instance'),
  machineId: text('Lower-cased ARM id of the machine, or computer:<short name> where the log lacks it'),
  computer: text('What the machine calls itself'),
  dataSource: text('InsightsMetrics or Perf'),
  metric: text('cpuUsedPercent, memoryUsedPercent or diskUsedPercent'),
  instance: text('Mount of a disk; empty otherwise'),
  observedHours: long('Hours with at least one sample', 'hours'),
  expectedHours: long('Hours of the window', 'hours'),
  sampleMinutes: real('Mean time between two samples', 'minutes'),
  lastSampleAt: time('Start of the last hour with a sample'),
  hits: json('Anomalous hours of the reported window'),
  breaches: json('Quarter hours of the reported window at or above the limit'),
  days: json('Daily means of a disk'),
})

const place = {
  machineId: text('Lower-cased ARM id of the machine, or computer:<short name> where the log lacks it'),
  machine: text('ARM name of the machine, or what it calls itself'),
  site: text('Site of the machine'),
  metric: text('cpuUsedPercent, memoryUsedPercent or diskUsedPercent'),
  instance: text('Mount of a disk; empty otherwise'),
}

/** A stretch of time in which a metric was unlike itself, or stayed above its limit. */
export const episode = z.object({
  episodeId: text('Machine, metric, instance, kind and start'),
  ...place,
  kind: word(['anomaly', 'breach'], 'anomaly: unlike its own history; breach: above the limit for a sustained time'),
  direction: word(['high', 'low'], 'Above or below what was expected'),
  startedAt: time('Start'),
  endedAt: time('End'),
  durationMinutes: int('Length', 'minutes'),
  peakPercent: real('Most extreme mean: of an hour for an anomaly, of a quarter hour for a breach', '%'),
  expectedPercent: real('What its history predicts at the peak, or the limit', '%'),
  deltaPoints: real('Mean distance from what was expected', 'percentage points'),
  score: real('Highest score of an anomaly: distance in units of the usual spread; null for a breach'),
  dataSource: text('InsightsMetrics or Perf'),
})

/** A disk with its growth. */
export const disk = z.object({
  diskId: text('Machine and mount'),
  ...place,
  usedPercent: real('Mean use of the last day', '%'),
  growthPercent: real('Growth in a day: median slope of the daily means', '% a day'),
  isSteady: flag('Whether it grows steadily enough for a forecast'),
  fullInDays: real('Time until 95 % at this growth; null when it does not grow steadily', 'days'),
  dataSource: text('InsightsMetrics or Perf'),
})

/** How well a metric is known. */
export const series = z.object({
  seriesId: text('Machine, metric and instance'),
  ...place,
  observedHours: long('Hours with at least one sample', 'hours'),
  expectedHours: long('Hours of the window', 'hours'),
  sampleMinutes: real('Mean time between two samples', 'minutes'),
  lastSampleAt: time('Start of the last hour with a sample'),
  dataSource: text('InsightsMetrics or Perf'),
})

export type StoredSeries = z.output<typeof storedSeries>
export type Episode = z.output<typeof episode>
export type Disk = z.output<typeof disk>
