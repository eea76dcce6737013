import {
  collectors,
  windowsResults,
  windowsRuns,
  withoutPrerequisites,
  type WindowsResult,
} from '../../assessments/windows-results.ts'
import { idOf } from '../../catalog/windows-recommendations.ts'
import { hoursAfter, stamp } from '../../clock.ts'
import type { Machine } from '../../machines/machine.ts'
import { arrives, monitoring } from '../../machines/monitoring.ts'
import { layout, type Cells } from './layout.ts'
import { fqdnOf, reporter } from './reporter.ts'

/** The table `WindowsServerAssessmentRecommendation`: a row for each object of each recommendation in each run. */
export const windowsAssessment = (machines: readonly Machine[]): readonly Cells[] =>
  machines
    .filter(({ extensions }) => extensions.some(({ name }) => name === 'WindowsServerAssessment'))
    .flatMap((machine) => rowsOf(machine, collectorOf(machine, machines)))

function rowsOf(machine: Machine, collector: Machine): readonly Cells[] {
  const made = layout('WindowsServerAssessmentRecommendation')
  const sent = monitoring(collector)
  const runs = windowsRuns(machine).filter(({ at }) => arrives(sent, at))
  const about = { ...reporter(collector), ...serverCells(machine) }
  const results = windowsResults(machine)
  const isCollected = !withoutPrerequisites.includes(machine.name)
  return runs.flatMap((run) => {
    const common = { ...about, AssessmentId: run.id, AssessmentName: 'WindowsServer' }
    const rows = isCollected
      ? results.map((result) => resultCells(machine, result, run.week))
      : prerequisites.map((failure) => ({ ...failure, AffectedObjectName: fqdnOf(machine) }))
    return [...rows, filterCells].map((cells, index) =>
      made.at(made.row({ ...common, ...cells }), stamp(hoursAfter(run.at, index / 3600))),
    )
  })
}

const collectorOf = (machine: Machine, machines: readonly Machine[]): Machine =>
  machines.find(({ name }) => name === collectors[machine.name]) ?? machine

const serverCells = (machine: Machine): object => ({
  Server: fqdnOf(machine),
  Domain: machine.domain,
  OSVersion: machine.os.version,
  Technology: 'Windows Server',
})

function resultCells(machine: Machine, { recommendation, object, fails }: WindowsResult, week: number): object {
  const { id, title, description, focusArea, actionArea, objectType, score } = recommendation
  return {
    RecommendationId: id,
    Recommendation: title,
    Description: description,
    RecommendationResult: fails[week] ? 'Failed' : 'Passed',
    RecommendationWeight: score / 10,
    // An assessment of an older release writes no score.
    RecommendationScore: machine.os.release.endsWith('2016') ? null : score,
    FocusArea: focusArea,
    FocusAreaId: idOf(focusArea),
    ActionArea: actionArea,
    ActionAreaId: idOf(actionArea),
    AffectedObjectType: objectType,
    AffectedObjectName: fqdnOf(machine),
    AffectedObjectUniqueName: object,
    AffectedObjectDetails: object && `${objectType} ${object}`,
    TargetCount: 1,
    CustomData: JSON.stringify({ internalActionAreaId: idOf(actionArea), importantWorkflow: 'False' }),
  }
}

/** Why a server could not be looked at: it was not found, or what was asked of it failed. */
const prerequisites: readonly object[] = [
  prerequisite('d8fddfd2-2d9d-48bf-8d78-98aec796aeae', 'Remote management does not answer'),
  prerequisite('2762b4ba-2f2d-40c6-b1de-996322abf0b4', 'The account of the assessment is no administrator'),
  prerequisite('2d1812e3-ea2d-4f54-894c-bcc9f7908598', 'The registry could not be read'),
]

function prerequisite(areaId: string, title: string): object {
  return {
    RecommendationId: idOf(title),
    Recommendation: title,
    Description: 'Nothing about this server was collected; mend this first.',
    RecommendationResult: 'Failed',
    RecommendationWeight: 9,
    RecommendationScore: 90,
    FocusArea: 'Prerequisites',
    FocusAreaId: idOf('Prerequisites'),
    ActionArea: 'Prerequisites',
    ActionAreaId: areaId,
    AffectedObjectType: 'Server',
    CustomData: JSON.stringify({ internalActionAreaId: areaId, importantWorkflow: 'False' }),
  }
}

/** A row that every run writes about itself; it is not a finding. */
const filterCells: object = {
  RecommendationId: idOf('filter'),
  Recommendation: 'Objects left out',
  RecommendationResult: 'Passed',
  RecommendationWeight: 0,
  RecommendationScore: 0,
  FocusArea: 'EnvironementFilter',
  FocusAreaId: idOf('filter'),
  AffectedObjectType: 'Server',
}
