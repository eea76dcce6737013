import { agentVersion } from '../catalog/agents.ts'
import { clock, hoursAgo } from '../clock.ts'
import type { Random } from '../random.ts'
import type { Entry, Status } from '../roster/entry.ts'

/** How a machine is connected. An Azure machine has a power state and no agent version. */
export interface Agent {
  readonly status: Status
  readonly statusReason?: 'Cloned'
  readonly statusChangedAt: Date
  readonly version: string
  readonly upgradesItself: boolean
  readonly error?: { readonly code: string; readonly message: string }
}

/** The agent of a machine, in the state that its entry gives or in a good one. */
export function agentOf(entry: Entry, kind: 'arc' | 'azure', draw: Random): Agent {
  const version = agentVersion(draw)
  return {
    status: entry.status ?? (kind === 'arc' ? 'Connected' : 'VM running'),
    statusChangedAt: hoursAgo(entry.statusHours ?? draw.logarithmic(1, 2160)),
    version: kind === 'arc' ? (entry.agentVersion ?? version) : '',
    upgradesItself: draw.chance(0.3),
  }
}

/** Whether the machine reports at all. */
export const isPresent = ({ status }: Agent): boolean => status === 'Connected' || status === 'VM running'

/** When the machine was last heard of. */
export const lastContact = (agent: Agent): Date => (isPresent(agent) ? clock : agent.statusChangedAt)
