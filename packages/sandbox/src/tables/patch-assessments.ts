import type { Patch } from '../catalog/patch.ts'
import { stamp } from '../clock.ts'
import type { Machine, Quirks } from '../machines/machine.ts'
import type { Assessment } from '../machines/patching.ts'
import { placeOf, row, type ResourceRow } from './rows.ts'
import { updateManagerSpelling } from './spelling.ts'

/** The table `patchassessmentresources`: the newest assessment of each machine, then a row for each missing update. */
export const patchAssessments = (machines: readonly Machine[]): readonly ResourceRow[] =>
  machines.flatMap((machine) => {
    const { assessment } = machine.patching
    if (!assessment) return []
    const type = machine.kind === 'arc' ? 'microsoft.hybridcompute/machines' : 'microsoft.compute/virtualmachines'
    const id = `${updateManagerSpelling(machine.id)}/patchAssessmentResults/latest`
    return [
      row({
        id,
        name: 'latest',
        type: `${type}/patchassessmentresults`,
        ...placeOf(machine),
        properties: summary(machine, assessment),
      }),
      ...assessment.missing.map((patch) => {
        return row({
          id: `${id}/softwarePatches/${patch.id}`,
          name: patch.id,
          type: `${type}/patchassessmentresults/softwarepatches`,
          ...placeOf(machine),
          properties: { ...softwarePatch(patch, machine.quirks), ...found(patch, assessment) },
        })
      }),
    ]
  })

function summary({ os }: Machine, assessment: Assessment): object {
  const count = (classification: Patch['classification']): number =>
    assessment.missing.filter((patch) => patch.classification === classification).length
  return {
    status: assessment.status,
    startDateTime: stamp(assessment.startedAt),
    lastModifiedDateTime: stamp(assessment.finishedAt),
    rebootPending: assessment.rebootPending,
    osType: os.family === 'windows' ? 'Windows' : 'Linux',
    patchServiceUsed: assessment.service,
    startedBy: assessment.startedBy,
    availablePatchCountByClassification: {
      security: count('Security'),
      critical: count('Critical'),
      updateRollup: count('UpdateRollup'),
      featurePack: count('FeaturePack'),
      servicePack: count('ServicePack'),
      definition: count('Definition'),
      tools: count('Tools'),
      updates: count('Updates'),
      other: count('Other'),
    },
    errorDetails: assessment.error ? { ...assessment.error, details: [] } : null,
  }
}

const found = ({ reboot }: Patch, { finishedAt }: Assessment): object => ({
  rebootRequired: reboot === 'AlwaysRequiresReboot',
  lastModifiedDateTime: stamp(finishedAt),
  assessmentState: 'Available',
})

/** An update as Update Manager writes it, in the spellings of one machine. */
export function softwarePatch(patch: Patch, quirks: Quirks): object {
  const { classification, publishedAt } = patch
  const spelt = classification === 'UpdateRollup' ? quirks.rollupSpelling : classification
  return {
    patchName: patch.name,
    classifications: quirks.plainClassification ? spelt : [spelt],
    msrcSeverity: patch.severity,
    rebootBehavior: patch.reboot,
    publishedDateTime: publishedAt ? stamp(publishedAt) : null,
    ...(patch.kb
      ? { patchId: patch.id, kbId: quirks.kbPrefix ? `KB${patch.kb}` : patch.kb }
      : { version: patch.version }),
  }
}
