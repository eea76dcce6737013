import type { CoverageEntry } from '../../answer.ts'
import type { Server } from './row.ts'

/** What is known about a server, by the state of its agent. */
export const states = {
  Connected: { meaning: 'The Arc agent reports', gap: false },
  Running: { meaning: 'The Azure machine runs', gap: false },
  Stopped: { meaning: 'The Azure machine does not run; its facts are the last known', gap: false },
  JustOnboarded: { meaning: 'Connected so recently that hardware and software are not reported yet', gap: true },
  Disconnected: {
    meaning: 'The Arc agent has not reported for 15 minutes or more; its facts are the last known',
    gap: true,
  },
  Expired: { meaning: 'The Arc agent has not reported for about 45 days and must be onboarded again', gap: true },
  Error: { meaning: 'The Arc agent reports an error', gap: true },
  Unknown: { meaning: 'No state is reported', gap: true },
} as const

type State = keyof typeof states

export const coverageOf = (server: Server): CoverageEntry => {
  const state = stateOf(server)
  return { resourceId: server.machineId, name: server.name, state, reason: states[state].meaning }
}

/** Whether the server says nothing at present. */
export const isSilent = (server: Server): boolean =>
  ['Disconnected', 'Expired', 'Error', 'Unknown'].includes(stateOf(server))

function stateOf({ machineKind, agentStatus, manufacturer, logicalCores }: Server): State {
  if (machineKind === 'azure')
    return agentStatus === 'VM running' ? 'Running' : agentStatus === '' ? 'Unknown' : 'Stopped'
  if (agentStatus === 'Connected') return manufacturer === '' && logicalCores === null ? 'JustOnboarded' : 'Connected'
  return agentStatus === 'Disconnected' || agentStatus === 'Expired' || agentStatus === 'Error'
    ? agentStatus
    : 'Unknown'
}
