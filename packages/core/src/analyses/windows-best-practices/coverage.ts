import type { CoverageEntry } from '../../answer.ts'
import { type Directory, isDown, placeOf } from '../../directory.ts'
import { dateOf } from '../../wording.ts'
import type { StoredServer } from './row.ts'

/** How current the knowledge of a server is. */
export const states = {
  Assessed: { meaning: 'Assessed within the last 14 days', gap: false },
  Stale: { meaning: 'The newest assessment is older than 14 days', gap: true },
  AgentGone: { meaning: 'The machine does not report, so that no assessment arrives', gap: true },
  NotAssessed: { meaning: 'The assessment did not run within the window, or could not collect anything', gap: true },
  NotCollected: { meaning: 'The workspace has no table of Windows Server assessments', gap: true },
} as const

type State = keyof typeof states

/** A Windows server that the answer should cover. */
export interface Covered {
  readonly machineId: string
  readonly name: string
  readonly state: State
  /** What the log knows about it. */
  readonly server: StoredServer | undefined
  readonly agentStatus: string
}

/** The Windows servers of the directory, then those that only the log knows. */
export function estateOf(
  servers: readonly StoredServer[],
  directory: Directory,
  isCollected: boolean,
): readonly Covered[] {
  const logged = servers.map((server) => ({ ...placeOf(server.machineId, server.server, directory), server }))
  const byId = new Map(logged.toSorted(byLastRun).map((one) => [one.machineId, one]))
  const known = directory.machines
    .filter(({ osType, machineId }) => osType === 'Windows' || byId.has(machineId))
    .map(({ machineId, name, agentStatus }) => ({ machineId, name, agentStatus, server: byId.get(machineId)?.server }))
  const rest = [...byId.values()]
    .filter(({ machineId }) => !directory.find(machineId))
    .map(({ machineId, machine, server }) => ({ machineId, name: machine, agentStatus: '', server }))
  return [...known, ...rest].map((one) => ({
    ...one,
    state: isCollected ? stateOf(one.server, one.agentStatus) : 'NotCollected',
  }))
}

type Logged = Readonly<{ server: StoredServer }>

/** A server with two spellings of its name is what its newest run says. */
const byLastRun = (a: Logged, b: Logged): number => ((a.server.lastRunAt ?? '') < (b.server.lastRunAt ?? '') ? -1 : 1)

const staleAfterDays = 14

function stateOf(server: StoredServer | undefined, agentStatus: string): State {
  if ((server?.ageDays ?? Infinity) <= staleAfterDays) return 'Assessed'
  if (isDown(agentStatus)) return 'AgentGone'
  return server?.assessedAt ? 'Stale' : 'NotAssessed'
}

export const entryOf = (one: Covered): CoverageEntry => ({
  resourceId: one.machineId,
  name: one.name,
  state: one.state,
  reason: because(one),
})

function because({ state, server, agentStatus }: Covered): string {
  if (state === 'NotAssessed') {
    return server
      ? 'Prerequisites of the assessment fail, so that nothing was collected'
      : 'The assessment did not run within the window'
  }
  const details = [
    ...(state === 'AgentGone' ? [`it is ${agentStatus}`] : []),
    ...(server?.assessedAt ? [`the newest results are of ${dateOf(server.assessedAt)}`] : []),
  ]
  return [states[state].meaning, ...details].join('; ')
}
