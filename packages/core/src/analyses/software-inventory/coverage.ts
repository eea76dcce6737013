import type { CoverageEntry } from '../../answer.ts'
import { type Directory, isDown, type Machine } from '../../directory.ts'
import { dateOf } from '../../wording.ts'
import type { Report } from './row.ts'

/** How much is known about the software of a machine. */
export const states = {
  Reported: { meaning: 'Its newest inventory is recent', gap: false },
  Capped: { meaning: 'Its inventory is as long as the collection allows, so more may be installed', gap: true },
  Stale: { meaning: 'Its newest inventory is too old to tell what is installed now', gap: true },
  AgentGone: {
    meaning: 'Its agent or the machine itself is down, and its last inventory is old or missing',
    gap: true,
  },
  NotCollected: { meaning: 'It sent no inventory in the window; change tracking may not be on', gap: true },
} as const

type State = keyof typeof states

/** The machines that the answer is about, and whether the workspace has the tables at all. */
export interface Known {
  readonly directory: Directory
  readonly isCollected: boolean
}

/** A state for each machine that the answer is about, and for each that reports without being known. */
export function coverageOf(
  reports: readonly Report[],
  { directory: { machines, find }, isCollected }: Known,
): readonly CoverageEntry[] {
  // Oldest first: of a machine that reports under its id and under its name, the newest report counts.
  const known = new Map(reports.map((report) => [find(report.machineId)?.machineId ?? report.machineId, report]))
  const ids = new Set([...machines.map(({ machineId }) => machineId), ...known.keys()])
  return [...ids].map((id) => {
    const [machine, report] = [find(id), known.get(id)]
    const state = isCollected ? stateOf(report, machine) : 'NotCollected'
    return {
      resourceId: id,
      name: machine?.name ?? report?.computer ?? id,
      state,
      reason: isCollected ? `${states[state].meaning}${detail(state, report, machine)}` : absent,
    }
  })
}

const absent = 'The workspace has no such table: change tracking is not set up'

function stateOf(report: Report | undefined, machine: Machine | undefined): State {
  if (report?.isCurrent) return isCapped(report) ? 'Capped' : 'Reported'
  if (machine && isDown(machine.agentStatus)) return 'AgentGone'
  return report ? 'Stale' : 'NotCollected'
}

/** Whether the machine has as many applications or packages as are collected at most. */
const isCapped = ({ applications, packages }: Report): boolean => (applications ?? 0) >= 250 || (packages ?? 0) >= 1250

function detail(state: State, report: Report | undefined, machine: Machine | undefined): string {
  const status = state === 'AgentGone' ? ` (${machine?.agentStatus})` : ''
  return `${status}${report?.reportedAt && !report.isCurrent ? `; last reported ${dateOf(report.reportedAt)}` : ''}`
}
