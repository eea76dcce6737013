import { stamp } from '../clock.ts'
import type { Machine } from '../machines/machine.ts'
import type { Run } from '../machines/patch-runs.ts'
import type { Site } from '../sites.ts'
import { scheduleId } from './resources/schedules.ts'
import { placeOf, row, type ResourceRow } from './rows.ts'
import { maintenanceSpelling } from './spelling.ts'

/** The table `maintenanceresources`: which machine is on which schedule, and what each window did to it. */
export const maintenance = (machines: readonly Machine[]): readonly ResourceRow[] =>
  machines.flatMap((machine) => [
    ...(machine.patching.scheduled ? [assignment(machine)] : []),
    ...machine.patching.runs.map((run) => applyUpdate(machine, run)),
  ])

/** The id that the runs of all machines in one maintenance window share. */
export const maintenanceRunId = (site: Site, { maintenanceRun }: Run): string =>
  `${scheduleId(site)}/providers/Microsoft.Maintenance/applyUpdates/${maintenanceRun}`

function assignment(machine: Machine): ResourceRow {
  const name = `${machine.site.schedule.name}-${machine.name}`
  return row({
    id: `${maintenanceSpelling(machine.id)}/providers/Microsoft.Maintenance/configurationAssignments/${name}`,
    name,
    type: 'microsoft.maintenance/configurationassignments',
    ...placeOf(machine),
    properties: {
      resourceId: maintenanceSpelling(machine.id),
      maintenanceConfigurationId: scheduleId(machine.site).toLowerCase(),
    },
  })
}

function applyUpdate(machine: Machine, run: Run): ResourceRow {
  return row({
    id: `${maintenanceSpelling(machine.id)}/providers/Microsoft.Maintenance/applyUpdates/${run.maintenanceRun}`,
    name: run.maintenanceRun,
    type: 'microsoft.maintenance/applyupdates',
    ...placeOf(machine),
    properties: {
      maintenanceConfigurationId: scheduleId(machine.site).toLowerCase(),
      maintenanceScope: 'InGuestPatch',
      resourceId: maintenanceSpelling(machine.id),
      correlationId: maintenanceRunId(machine.site, run),
      startDateTime: stamp(run.startedAt),
      endDateTime: stamp(run.finishedAt),
      status: run.status,
    },
  })
}
