import type { CoverageEntry } from '../../answer.ts'
import type { Machine } from '../../directory.ts'
import type { Facts } from '../../facts.ts'
import type { StoredSeries } from './row.ts'

/** How well a machine's behaviour is known. */
export const states = {
  Analysed: { meaning: 'Enough history to tell what is unusual', gap: false },
  TooFewPoints: { meaning: 'Too little history to tell what is unusual; limits are still watched', gap: true },
  Silent: { meaning: 'Has sent no metrics for the last hours', gap: true },
  AgentGone: { meaning: 'The agent does not report', gap: true },
  NotCollected: {
    meaning: 'No metrics in this workspace: no agent collects them, or they go elsewhere (OpenTelemetry)',
    gap: true,
  },
} as const

type State = keyof typeof states

/** Fewer observed hours than this say nothing about what is usual. */
export const minimumHours = 72
const silentAfterHours = 3
const hour = 3_600_000

/** A state for each machine in scope, and for each that sent metrics without being known. */
export function coverageOf(series: readonly StoredSeries[], { directory, window }: Facts): readonly CoverageEntry[] {
  const byMachine = new Map<string, StoredSeries[]>()
  for (const one of series) {
    const id = directory.find(one.machineId)?.machineId ?? one.machineId
    byMachine.set(id, [...(byMachine.get(id) ?? []), one])
  }
  const known = directory.machines.map((machine) =>
    entry(machine.machineId, machine.name, stateOf(byMachine.get(machine.machineId) ?? [], window.to, machine)),
  )
  const others = [...byMachine].filter(([id]) => directory.find(id) === undefined)
  return [...known, ...others.map(([id, found]) => entry(id, found[0]?.computer ?? id, stateOf(found, window.to)))]
}

function stateOf(series: readonly StoredSeries[], until: Date, machine?: Machine): State {
  const gone = ['Disconnected', 'Expired', 'Error'].includes(machine?.agentStatus ?? '')
  if (series.length === 0) return gone ? 'AgentGone' : 'NotCollected'
  const lastHour = Math.max(...series.map(({ lastSampleAt }) => Date.parse(lastSampleAt ?? '')))
  if (until.getTime() - lastHour > silentAfterHours * hour) return gone ? 'AgentGone' : 'Silent'
  return series.some(({ observedHours }) => (observedHours ?? 0) >= minimumHours) ? 'Analysed' : 'TooFewPoints'
}

const entry = (resourceId: string, name: string, state: State): CoverageEntry => ({
  resourceId,
  name,
  state,
  reason: states[state].meaning,
})
