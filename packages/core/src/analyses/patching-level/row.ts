import { z } from 'zod'
import { flag, int, long, text, time } from '../../columns.ts'

const assessed = {
  machineId: text('Lower-cased ARM id of the machine'),
  name: text('ARM name'),
  osType: text('Windows, Linux or Unknown'),
  osName: text('Product name of the operating system'),
  agentStatus: text('Status of the Arc agent, or power state of an Azure machine'),
  compliance: text(
    'NotAssessed, InProgress, AssessmentFailed, Stale, NonCompliant, RebootPending, UpdatesAvailable or Compliant',
  ),
  missingPatches: long('Missing patches without antivirus definitions; null when nobody knows'),
  critical: int('Missing critical patches'),
  security: int('Missing security patches'),
  updateRollup: int('Missing update rollups'),
  featurePack: int('Missing feature packs'),
  servicePack: int('Missing service packs'),
  definition: int('Missing antivirus definitions'),
  tools: int('Missing tools'),
  updates: int('Missing updates of other kinds'),
  other: int('Missing patches without a class (Linux)'),
  rebootPending: flag('Whether a restart is pending'),
  assessedAt: time('When the newest assessment ended'),
  assessmentStatus: text('Outcome of the newest assessment'),
  periodicAssessment: flag('Whether the platform assesses the machine daily'),
  patchService: text('Where the machine gets its patches: WU, WU_WSUS, YUM, APT, Zypper'),
  startedBy: text('User or Platform'),
  errorCode: text('Error of a failed assessment'),
  location: text('Azure region'),
  resourceGroup: text('Resource group, lower case'),
  subscriptionId: text('Subscription id'),
}

/** What the store holds about a server's newest assessment. */
export const assessedMachine = z.object(assessed)

/** One server with its patching level. */
export const machine = z.object({
  ...assessed,
  oldestSecurityDays: int(
    'Age of the oldest missing security or critical patch since its publication; null on Linux, which has no dates',
    'days',
  ),
  lastRunAt: time('When the newest installation run started, at most 30 days ago'),
  lastRunStatus: text('Outcome of that run; empty when there was none'),
  lastRunFailed: int('Patches that failed in that run'),
  lastRunWindowExceeded: flag('Whether that run ran out of its maintenance window'),
  schedule: text('Maintenance schedule; empty when none is assigned'),
})

export const oldestPatch = z.object({
  machineId: text('Lower-cased ARM id of the machine'),
  oldestSecurityPatchAt: time('Publication of its oldest missing security patch'),
})

export const patch = z.object({
  patchResourceId: text('Lower-cased ARM id of the missing patch'),
  machineId: text('Lower-cased ARM id of the machine'),
  machine: text('ARM name of the machine'),
  patchName: text('Title (Windows) or package (Linux)'),
  patchKey: text('What is the same patch on every machine: KB number, or package and version'),
  kbId: text('KB and number; Windows only'),
  version: text('Package version; Linux only'),
  classification: text(
    'Critical, Security, UpdateRollup, FeaturePack, ServicePack, Definition, Tools, Updates or Other',
  ),
  severity: text('MSRC severity; Windows only'),
  severityRank: long('4 critical, 3 important, 2 moderate, 1 low, 0 unknown'),
  rebootBehavior: text('NeverReboots, CanRequestReboot, AlwaysRequiresReboot or Unknown'),
  rebootRequired: flag('Whether installing it needs a restart'),
  publishedAt: time('Publication; null on Linux'),
  ageDays: long('Time since publication; null on Linux', 'days'),
  assessedAt: time('When the patch was found missing'),
  assessmentState: text('State of the patch, such as Available'),
})

export const run = z.object({
  runId: text('Lower-cased ARM id of the run'),
  machineId: text('Lower-cased ARM id of the machine'),
  machine: text('ARM name of the machine'),
  startedAt: time('Start of the run'),
  finishedAt: time('Last change of the run'),
  status: text('NotStarted, InProgress, Failed, Succeeded or CompletedWithWarnings'),
  rebootStatus: text('NotNeeded, Required, Started, Failed or Completed'),
  installed: int('Patches installed'),
  failed: int('Patches that failed'),
  pending: int('Patches still pending'),
  excluded: int('Patches excluded by name'),
  notSelected: int('Patches that the schedule does not select'),
  windowExceeded: flag('Whether the maintenance window was too short'),
  startedBy: text('User or Platform'),
})

export const assignment = z.object({
  assignmentId: text('Lower-cased ARM id of the assignment'),
  machineId: text('Lower-cased ARM id of the machine'),
  machine: text('ARM name of the machine'),
  configurationId: text('Lower-cased ARM id of the schedule'),
  schedule: text('Name of the schedule'),
  recurEvery: text('How often it recurs'),
  startAtLocal: text('First start, local time of its time zone'),
  duration: text('Length of the window, hh:mm'),
  timeZone: text('Windows name of the time zone'),
  reboot: text('Always, IfRequired or Never'),
})

export type Machine = z.output<typeof machine>
