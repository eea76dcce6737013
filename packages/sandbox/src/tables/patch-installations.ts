import { stamp } from '../clock.ts'
import type { Machine } from '../machines/machine.ts'
import type { Run, RunPatch } from '../machines/patch-runs.ts'
import { softwarePatch } from './patch-assessments.ts'
import { maintenanceRunId } from './maintenance.ts'
import { placeOf, row, type ResourceRow } from './rows.ts'
import { updateManagerSpelling } from './spelling.ts'

/** The table `patchinstallationresources`: the installation runs of the last 30 days, each with its updates. */
export const patchInstallations = (machines: readonly Machine[]): readonly ResourceRow[] =>
  machines.flatMap((machine) => {
    const type = machine.kind === 'arc' ? 'microsoft.hybridcompute/machines' : 'microsoft.compute/virtualmachines'
    return machine.patching.runs.flatMap((run) => {
      const id = `${updateManagerSpelling(machine.id)}/patchInstallationResults/${run.id}`
      return [
        row({
          id,
          name: run.id,
          type: `${type}/patchinstallationresults`,
          ...placeOf(machine),
          properties: runProperties(machine, run),
        }),
        ...run.patches.map(({ patch, state }) => {
          return row({
            id: `${id}/softwarePatches/${patch.id}`,
            name: patch.id,
            type: `${type}/patchinstallationresults/softwarepatches`,
            ...placeOf(machine),
            properties: {
              ...softwarePatch(patch, machine.quirks),
              installationState: state,
              lastModifiedDateTime: stamp(run.finishedAt),
            },
          })
        }),
      ]
    })
  })

function runProperties({ os, site }: Machine, run: Run): object {
  const count = (state: RunPatch['state']): number => run.patches.filter((item) => item.state === state).length
  return {
    installationActivityId: run.id,
    startDateTime: stamp(run.startedAt),
    lastModifiedDateTime: stamp(run.finishedAt),
    status: run.status,
    rebootStatus: run.rebootStatus,
    maintenanceWindowExceeded: run.windowExceeded,
    installedPatchCount: count('Installed'),
    failedPatchCount: count('Failed'),
    pendingPatchCount: count('Pending'),
    notSelectedPatchCount: count('NotSelected'),
    excludedPatchCount: count('Excluded'),
    startedBy: 'Platform',
    osType: os.family === 'windows' ? 'Windows' : 'Linux',
    errorDetails: run.error ? { ...run.error, details: [] } : null,
    maintenanceRunId: maintenanceRunId(site, run),
  }
}
