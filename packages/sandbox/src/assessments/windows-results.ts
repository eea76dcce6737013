import { windowsRecommendations, type WindowsRecommendation } from '../catalog/windows-recommendations.ts'
import { hoursAfter, hoursAgo } from '../clock.ts'
import { mountOf } from '../machines/hardware.ts'
import type { Machine } from '../machines/machine.ts'
import { random } from '../random.ts'

/** One run of the Windows Server assessment. */
export interface WindowsRun {
  readonly id: string
  readonly at: Date
  readonly week: number
}

/** What a recommendation says about one object of a server, week by week. */
export interface WindowsResult {
  readonly recommendation: WindowsRecommendation
  /** Empty for the server itself. */
  readonly object: string
  readonly fails: readonly boolean[]
}

const weeks = 6

/** Servers whose prerequisites fail: nothing about them could be collected. */
export const withoutPrerequisites: readonly string[] = ['OPO-WSUS01', 'GDN-DC01']

/** Servers that another one collects for. */
export const collectors: Readonly<Record<string, string>> = {
  'TRD-FS01': 'TRD-DC01',
  'OPO-FS01': 'OPO-DC01',
  'UTR-DC02': 'UTR-DC01',
}

/** The weekly runs on a server, oldest first. */
export function windowsRuns(machine: Machine): readonly WindowsRun[] {
  const draw = random(0, machine.vmId, 'windows runs')
  const newest = hoursAgo(draw.int(10, 150))
  return Array.from({ length: weeks }, (_, week) => ({
    id: draw.guid(),
    at: hoursAfter(newest, -(weeks - 1 - week) * 7 * 24),
    week,
  }))
}

/** From 25 to 70 results: three of ten fail, and now and then one is mended or breaks. */
export function windowsResults(machine: Machine): readonly WindowsResult[] {
  const draw = random(0, machine.vmId, 'windows results')
  const applicable = windowsRecommendations.filter(() => draw.chance(0.85))
  const results = applicable.flatMap((recommendation) =>
    objectsOf(machine, recommendation).map((object) => {
      const fails = [draw.chance(0.3)]
      for (let week = 1; week < weeks; week++) fails.push(fails[week - 1] ? !draw.chance(0.06) : draw.chance(0.02))
      return { recommendation, object, fails }
    }),
  )
  return results.slice(0, 70)
}

function objectsOf({ disks, role }: Machine, { objectType }: WindowsRecommendation): readonly string[] {
  switch (objectType) {
    case 'Server':
      return ['']
    case 'Disk':
      return disks.map(mountOf)
    case 'Service':
      return ['AppHost', 'BackupAgent', 'LabelPrinter']
    case 'Share':
      return role === 'file' ? ['Projects', 'Scans', 'Profiles$'] : ['NETLOGON']
  }
}
