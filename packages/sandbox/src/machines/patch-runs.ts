import { definitionsAt } from '../catalog/definitions.ts'
import { linuxPatches } from '../catalog/linux-patches.ts'
import type { Os } from '../catalog/os.ts'
import { newestOfEachLine, type Patch } from '../catalog/patch.ts'
import { windowsPatches } from '../catalog/windows-patches.ts'
import { ageDays, hoursAfter } from '../clock.ts'
import type { Random } from '../random.ts'

/** One installation of updates in a maintenance window. */
export interface Run {
  readonly id: string
  /** The same for all machines of one window. */
  readonly maintenanceRun: string
  readonly startedAt: Date
  readonly finishedAt: Date
  readonly status: 'Succeeded' | 'Failed' | 'CompletedWithWarnings' | 'InProgress'
  readonly rebootStatus: 'NotNeeded' | 'Required' | 'Completed' | 'Failed'
  readonly windowExceeded: boolean
  readonly patches: readonly RunPatch[]
  readonly error?: { readonly code: string; readonly message: string }
}

/** What became of one update in a run. */
export interface RunPatch {
  readonly patch: Patch
  readonly state: 'Installed' | 'Failed' | 'Pending' | 'NotSelected' | 'Excluded'
}

/** The runs in the windows of the last 30 days: each installed what was new since the window before. */
export function runs(windows: readonly Date[], os: Os, draw: Random): readonly Run[] {
  return windows.flatMap((start, index) => {
    if (ageDays(start) >= 30) return []
    const since = windows[index + 1] ?? hoursAfter(start, -31 * 24)
    const patches = os.family === 'windows' ? newBetween(since, start, os) : packages(os, since, start, draw)
    return [run(start, patches, draw)]
  })
}

function run(start: Date, patches: readonly Patch[], draw: Random): Run {
  const startedAt = hoursAfter(start, draw.int(1, 12) / 60)
  const needsReboot = patches.some(({ reboot }) => reboot === 'AlwaysRequiresReboot')
  return {
    id: draw.guid(),
    maintenanceRun: start.toISOString().slice(0, 16).replace(/\D/g, ''),
    startedAt,
    finishedAt: hoursAfter(startedAt, draw.int(4, 95) / 60),
    status: 'Succeeded',
    rebootStatus: needsReboot ? 'Completed' : 'NotNeeded',
    windowExceeded: false,
    patches: patches.map((patch) => ({ patch, state: 'Installed' })),
  }
}

function newBetween(since: Date, until: Date, os: Os): readonly Patch[] {
  const published = windowsPatches(os).filter(
    ({ publishedAt }) => publishedAt && publishedAt > since && publishedAt < until,
  )
  return [...newestOfEachLine(published), definitionsAt(until)]
}

function packages(os: Os, since: Date, until: Date, draw: Random): readonly Patch[] {
  const offered = linuxPatches(os)
  const count = Math.round((ageDays(since) - ageDays(until)) * (0.4 + 1.2 * draw.next()))
  const start = draw.int(5, offered.length - 1)
  return [...offered.slice(start), ...offered.slice(5, start)].slice(0, count)
}
