import type { CoverageEntry } from '../../answer.ts'
import { type Directory, isDown, placed } from '../../directory.ts'
import { sqlNameOf } from '../../sql-name.ts'
import { dateOf } from '../../wording.ts'
import type { KnownInstance, StoredRun } from './row.ts'

/** How current the knowledge of an instance is. */
export const states = {
  Assessed: { meaning: 'Assessed within the last 14 days', gap: false },
  Stale: { meaning: 'The newest assessment is older than 14 days', gap: true },
  Disabled: { meaning: 'The assessment is switched off', gap: true },
  AgentGone: { meaning: 'The machine does not report, so that no assessment arrives', gap: true },
  NotAssessed: { meaning: 'No assessment within the window, although it is not switched off', gap: true },
  NotCollected: { meaning: 'The workspace has no table of SQL assessments', gap: true },
} as const

type State = keyof typeof states

/** An instance that the answer should cover. */
export interface Instance {
  readonly machineId: string
  /** `HOST` or `HOST\INSTANCE`. */
  readonly name: string
  readonly state: State
  /** Its newest run. */
  readonly run: StoredRun | undefined
  readonly agentStatus: string
}

interface Known {
  readonly runs: readonly StoredRun[]
  readonly instances: readonly KnownInstance[]
  readonly isCollected: boolean
  readonly directory: Directory
}

/** The instances with a run, then those that only Azure knows. */
export function estateOf({ runs, instances, isCollected, directory }: Known): readonly Instance[] {
  const assessed = runs
    .filter((run) => run.isNewest && run.instance !== '')
    .map((run) => ({ ...placed(run, directory), run }))
  const rest = instances
    .filter((known) => !assessed.some((one) => isSame(one, known)))
    .map(({ machineId, host, instance }) => ({ machineId, machine: host, instance, run: undefined }))
  return [...assessed, ...rest].map((one) => {
    const agentStatus = directory.find(one.machineId)?.agentStatus ?? ''
    const isOff = instances.find((known) => isSame(one, known))?.assessmentEnabled === false
    return {
      machineId: one.machineId,
      name: sqlNameOf(one.machine, one.instance),
      run: one.run,
      agentStatus,
      state: isCollected ? stateOf(one.run, agentStatus, isOff) : 'NotCollected',
    }
  })
}

type Key = Pick<KnownInstance, 'machineId' | 'instance'>

/** Azure does not name the instance of a SQL virtual machine. */
const isSame = (one: Key, known: Key): boolean =>
  one.machineId === known.machineId &&
  (known.instance === '' || one.instance.toLowerCase() === known.instance.toLowerCase())

const staleAfterDays = 14

function stateOf(run: StoredRun | undefined, agentStatus: string, isOff: boolean): State {
  if (run && (run.ageDays ?? Infinity) <= staleAfterDays) return 'Assessed'
  if (isDown(agentStatus)) return 'AgentGone'
  if (isOff) return 'Disabled'
  return run ? 'Stale' : 'NotAssessed'
}

export const entryOf = ({ machineId, name, state, run, agentStatus }: Instance): CoverageEntry => ({
  resourceId: machineId,
  name,
  state,
  reason: [
    states[state].meaning,
    ...(state === 'AgentGone' ? [`it is ${agentStatus}`] : []),
    ...(run?.runAt ? [`the newest run is of ${dateOf(run.runAt)}`] : []),
  ].join('; '),
})
