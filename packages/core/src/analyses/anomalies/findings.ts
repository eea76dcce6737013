import type { Finding, Severity } from '../../answer.ts'
import { counted } from '../../wording.ts'
import type { Disk, Episode } from './row.ts'

/** What deserves attention: behaviour first, then disks that will be full. */
export const findingsAbout = (episodes: readonly Episode[], disks: readonly Disk[]): readonly Finding[] => [
  ...episodes.map(aboutEpisode),
  ...disks.flatMap(aboutDisk),
]

const what: Readonly<Record<string, string>> = {
  cpuUsedPercent: 'CPU',
  memoryUsedPercent: 'Memory',
  diskUsedPercent: 'Disk',
}

const nameOf = ({ metric, instance }: Episode | Disk): string =>
  [what[metric] ?? metric, instance].filter(Boolean).join(' ')

function aboutEpisode(episode: Episode): Finding {
  const { machineId, machine, kind, direction, startedAt, durationMinutes, peakPercent, expectedPercent } = episode
  const since = `from ${(startedAt ?? '').slice(0, 16).replace('T', ' ')} UTC for ${length(durationMinutes ?? 0)}`
  const message =
    kind === 'anomaly'
      ? `${nameOf(episode)} unusually ${direction}: ${peakPercent} % where ${expectedPercent} % is usual, ${since}`
      : `${nameOf(episode)} at or above ${expectedPercent} %, up to ${peakPercent} %, ${since}`
  return {
    code: `${kind}-${direction}`,
    severity: severityOf(episode),
    resourceId: machineId,
    subject: machine,
    message,
  }
}

const length = (minutes: number): string =>
  minutes < 120 ? counted(minutes, 'minute') : counted(Math.round(minutes / 60), 'hour')

/** A fall below the usual is no trouble by itself; a rise is, and more so when it is large or long. */
function severityOf({ kind, direction, deltaPoints, durationMinutes, metric, peakPercent }: Episode): Severity {
  if (direction === 'low') return 'low'
  if (kind === 'breach')
    return metric === 'diskUsedPercent' && (peakPercent ?? 0) < 95
      ? 'medium'
      : (durationMinutes ?? 0) >= 120
        ? 'high'
        : 'medium'
  return Math.abs(deltaPoints ?? 0) >= 25 ? 'high' : 'medium'
}

function aboutDisk(disk: Disk): readonly Finding[] {
  const { fullInDays, machineId, machine, usedPercent, growthPercent } = disk
  if (fullInDays === null || fullInDays > 30) return []
  return [
    {
      code: 'disk-fills-up',
      severity: fullInDays <= 7 ? 'high' : 'medium',
      resourceId: machineId,
      subject: machine,
      message: `${nameOf(disk)} will reach 95 % in ${counted(Math.round(fullInDays), 'day')}: ${usedPercent} % used, ${growthPercent} % more each day`,
    },
  ]
}
