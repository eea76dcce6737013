import type { CoverageEntry } from '../../answer.ts'
import { type Directory, isDown, type Machine } from '../../directory.ts'
import { dateOf } from '../../wording.ts'
import type { Change, Report } from './row.ts'

/** How much is known about the changes of a machine. */
export const states = {
  Changed: { meaning: 'It reports, and something that was asked for changed', gap: false },
  Unchanged: { meaning: 'It reports, and nothing that was asked for changed', gap: false },
  Stale: { meaning: 'It stopped reporting before the end of the window, so later changes are unknown', gap: true },
  AgentGone: { meaning: 'Its agent or the machine itself is down, so its changes are unknown', gap: true },
  NotCollected: {
    meaning: 'It sent no inventory in the last 3 days of the window; change tracking may not be on',
    gap: true,
  },
} as const

type State = keyof typeof states

/** The machines that the answer is about, and whether the workspace has the tables at all. */
export interface Known {
  readonly directory: Directory
  readonly isCollected: boolean
}

/** A state for each machine that the answer is about, and for each that reports or changed without being known. */
export function coverageOf(
  changes: readonly Change[],
  reports: readonly Report[],
  { directory: { machines, find }, isCollected }: Known,
): readonly CoverageEntry[] {
  const names = new Map(changes.map(({ machineId, machine }) => [machineId, machine]))
  // Oldest first: of a machine that reports under its id and under its name, the newest report counts.
  const known = new Map(reports.map((report) => [find(report.machineId)?.machineId ?? report.machineId, report]))
  const ids = new Set([...machines.map(({ machineId }) => machineId), ...known.keys(), ...names.keys()])
  return [...ids].map((id) => {
    const [machine, report] = [find(id), known.get(id)]
    const state = isCollected ? stateOf(report, machine, names.has(id)) : 'NotCollected'
    return {
      resourceId: id,
      name: machine?.name ?? report?.computer ?? names.get(id) ?? id,
      state,
      reason: isCollected ? `${states[state].meaning}${detail(state, report, machine)}` : absent,
    }
  })
}

const absent = 'The workspace has no such table: change tracking is not set up'

function stateOf(report: Report | undefined, machine: Machine | undefined, hasChanged: boolean): State {
  if (report?.isCurrent) return hasChanged ? 'Changed' : 'Unchanged'
  if (machine && isDown(machine.agentStatus)) return 'AgentGone'
  return report || hasChanged ? 'Stale' : 'NotCollected'
}

function detail(state: State, report: Report | undefined, machine: Machine | undefined): string {
  const status = state === 'AgentGone' ? ` (${machine?.agentStatus})` : ''
  return `${status}${report?.reportedAt && !report.isCurrent ? `; last reported ${dateOf(report.reportedAt)}` : ''}`
}
