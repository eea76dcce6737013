import { definitionsAt } from '../catalog/definitions.ts'
import { linuxPatches } from '../catalog/linux-patches.ts'
import type { Os } from '../catalog/os.ts'
import { newestOfEachLine, type Patch } from '../catalog/patch.ts'
import { rolePatches } from '../catalog/role-patches.ts'
import { windowsPatches } from '../catalog/windows-patches.ts'
import { ageDays, hoursAfter, hoursAgo } from '../clock.ts'
import type { Random } from '../random.ts'
import type { Role } from '../roster/entry.ts'
import type { Site } from '../sites.ts'
import { runs, type Run } from './patch-runs.ts'
import { lastContact, type Agent } from './agent.ts'
import type { SqlInstance } from './sql.ts'

/** How a machine is patched, and how it stands. */
export interface Patching {
  readonly patchMode: 'AutomaticByPlatform' | 'AutomaticByOS' | 'ImageDefault' | 'Manual'
  readonly assessmentMode: 'AutomaticByPlatform' | 'ImageDefault'
  /** Whether the schedule of the site is assigned to it. */
  readonly scheduled: boolean
  /** The newest assessment, unless it is older than the 7 days that Azure keeps. */
  readonly assessment: Assessment | undefined
  /** Installation runs of the 30 days that Azure keeps, newest first. */
  readonly runs: readonly Run[]
}

/** What a scan for updates found. */
export interface Assessment {
  readonly status: 'Succeeded' | 'Failed' | 'InProgress' | 'CompletedWithWarnings'
  readonly startedAt: Date
  readonly finishedAt: Date
  readonly startedBy: 'Platform' | 'User'
  readonly service: 'WU' | 'WU_WSUS' | 'APT' | 'YUM'
  readonly rebootPending: boolean
  readonly missing: readonly Patch[]
  readonly error?: { readonly code: string; readonly message: string }
}

type Patched = { site: Site; os: Os; role: Role; agent: Agent; sql: readonly SqlInstance[] }

/** The patching of a machine: what was published since its last maintenance window is missing. */
export function patching(machine: Patched, draw: Random): Patching {
  const { site, agent } = machine
  const seenAt = lastContact(agent)
  const windows = site.schedule.windows.filter((start) => start < seenAt)
  const patchedAt = windows[0] ?? hoursAgo(24 * 75)
  const everyDay = draw.chance(0.92)
  const assessedAt = hoursAfter(seenAt, -draw.int(1, everyDay ? 20 : 150))
  const missing = missingAt(assessedAt, patchedAt, machine, draw)
  return {
    patchMode: site.schedule.assigned ? 'AutomaticByPlatform' : 'AutomaticByOS',
    assessmentMode: everyDay ? 'AutomaticByPlatform' : 'ImageDefault',
    scheduled: site.schedule.assigned && agent.status !== 'Expired',
    assessment: ageDays(assessedAt) < 7 ? assessment(machine, missing, assessedAt, everyDay, draw) : undefined,
    runs: site.schedule.assigned ? runs(windows, machine.os, draw) : [],
  }
}

function assessment(
  machine: Patched,
  missing: readonly Patch[],
  at: Date,
  everyDay: boolean,
  draw: Random,
): Assessment {
  const { os, site, role } = machine
  return {
    status: draw.chance(0.01) ? 'CompletedWithWarnings' : 'Succeeded',
    startedAt: hoursAfter(at, -draw.int(2, 9) / 60),
    finishedAt: at,
    startedBy: everyDay ? 'Platform' : 'User',
    service: os.family === 'windows' && site.platform === 'VMware' ? 'WU_WSUS' : os.updates,
    // Whoever patches a domain controller reboots it at once.
    rebootPending: role !== 'dc' && draw.chance(0.1),
    missing,
  }
}

function missingAt(assessedAt: Date, patchedAt: Date, machine: Patched, draw: Random): readonly Patch[] {
  const { os, role, sql } = machine
  if (os.family === 'linux') return missingPackages(os, ageDays(patchedAt), draw)
  const engines = sql.filter(({ serviceType }) => serviceType === 'Engine').map(({ version }) => version)
  const offered = [...windowsPatches(os), ...rolePatches(role, os, engines)]
  const published = offered.filter(({ publishedAt }) => publishedAt && publishedAt < assessedAt)
  const missing = newestOfEachLine(published).filter(({ publishedAt }) => publishedAt && publishedAt > patchedAt)
  return draw.chance(0.5) ? [...missing, definitionsAt(assessedAt)] : missing
}

function missingPackages(os: Os, days: number, draw: Random): readonly Patch[] {
  const offered = linuxPatches(os)
  const count = Math.min(offered.length, Math.round(days * (0.4 + 1.4 * draw.next())))
  const kernel = days > 10 ? offered.slice(0, 5) : []
  const start = draw.int(5, offered.length - 1)
  const packages = [...offered.slice(start), ...offered.slice(5, start)].slice(0, Math.max(0, count - kernel.length))
  return [...kernel, ...packages]
}
