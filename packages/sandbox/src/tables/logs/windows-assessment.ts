import type { Window } from '@infra-analysis/core'
import {
  collectors,
  windowsResults,
  windowsRuns,
  withoutPrerequisites,
  type WindowsResult,
} from '../../assessments/windows-results.ts'
import { idOf } from '../../catalog/windows-recommendations.ts'
import { hoursAfter } from '../../clock.ts'
import type { Machine } from '../../machines/machine.ts'
import { arrives, isWithin, monitoring } from '../../machines/monitoring.ts'
import type { Asked } from './asked.ts'
import { fqdnOf, reporter } from './reporter.ts'
import type { Run } from './run.ts'

/** The table `WindowsServerAssessmentRecommendation`: a row for each object of each recommendation in each run. */
export const windowsAssessment = ({ machines, window, all }: Asked): readonly Run[] =>
  machines
    .filter(({ extensions }) => extensions.some(({ name }) => name === 'WindowsServerAssessment'))
    .flatMap((machine) => runsOf(machine, collectorOf(machine, all), window))

function runsOf(machine: Machine, collector: Machine, window: Window): readonly Run[] {
  const sent = monitoring(collector)
  const about = { ...reporter(collector), ...serverCells(machine) }
  const told = withoutPrerequisites.includes(machine.name) ? failuresOf(machine) : resultsOf(machine)
  return windowsRuns(machine)
    .filter(({ at }) => arrives(sent, at))
    .flatMap((run) =>
      [...told, filter]
        .map((one, index) => ({ ...one, at: hoursAfter(run.at, index / 3600) }))
        .filter(({ at }) => isWithin(window, at))
        .map(({ cells, fails, at }) => ({
          cells: {
            ...about,
            ...cells,
            AssessmentId: run.id,
            AssessmentName: 'WindowsServer',
            RecommendationResult: fails(run.week) ? 'Failed' : 'Passed',
          },
          times: [at.getTime()],
        })),
    )
}

/** What every run tells anew: the same cells, and whether it fails in a week. */
interface Told {
  readonly cells: object
  readonly fails: (week: number) => boolean
}

const collectorOf = (machine: Machine, machines: readonly Machine[]): Machine =>
  machines.find(({ name }) => name === collectors[machine.name]) ?? machine

const serverCells = (machine: Machine): object => ({
  Server: fqdnOf(machine),
  Domain: machine.domain,
  OSVersion: machine.os.version,
  Technology: 'Windows Server',
})

const resultsOf = (machine: Machine): readonly Told[] =>
  windowsResults(machine).map((result) => ({
    cells: resultCells(machine, result),
    fails: (week) => result.fails[week] === true,
  }))

const failuresOf = (machine: Machine): readonly Told[] =>
  prerequisites.map((failure) => ({
    cells: { ...failure, AffectedObjectName: fqdnOf(machine) },
    fails: () => true,
  }))

function resultCells(machine: Machine, { recommendation, object }: WindowsResult): object {
  const { id, title, description, focusArea, actionArea, objectType, score } = recommendation
  return {
    RecommendationId: id,
    Recommendation: title,
    Description: description,
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
const filter: Told = {
  cells: {
    RecommendationId: idOf('filter'),
    Recommendation: 'Objects left out',
    RecommendationWeight: 0,
    RecommendationScore: 0,
    FocusArea: 'EnvironementFilter',
    FocusAreaId: idOf('filter'),
    AffectedObjectType: 'Server',
  },
  fails: () => false,
}
