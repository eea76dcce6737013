import type { CoverageEntry } from '../../answer.ts'
import { daysBetween } from '../../time.ts'
import type { Instance, SqlHost } from './row.ts'

/** How current the knowledge of an instance is. */
export const states = {
  Current: { meaning: 'Reported within the last 2 days, or read from Azure itself', gap: false },
  Stale: { meaning: 'Has not reported for more than 2 days; its figures are the last known', gap: true },
  Disconnected: { meaning: 'The instance is disconnected; its figures are the last known', gap: true },
  NotInventoried: { meaning: 'SQL Server runs on the machine, and no instance is known', gap: true },
} as const

type State = keyof typeof states

const staleAfterDays = 2

/** A state for each instance, and for each machine that has SQL Server and no known instance. */
export function coverageOf(
  instances: readonly Instance[],
  hosts: readonly SqlHost[],
  asOf: Date,
): readonly CoverageEntry[] {
  return [
    ...instances.map((instance) => entry(instance.instanceId, instance.resourceName, stateOf(instance, asOf))),
    ...hosts.map((host) => entry(host.machineId, host.name, 'NotInventoried', because(host))),
  ]
}

export function stateOf({ sqlKind, instanceState, inventoryUploadedAt }: Instance, asOf: Date): State {
  if (sqlKind !== 'arc') return 'Current'
  if (instanceState === 'Disconnected') return 'Disconnected'
  return (daysBetween(inventoryUploadedAt, asOf) ?? Infinity) > staleAfterDays ? 'Stale' : 'Current'
}

const entry = (resourceId: string, name: string, state: State, detail = ''): CoverageEntry => ({
  resourceId,
  name,
  state,
  reason: `${states[state].meaning}${detail}`,
})

function because({ agentStatus, sqlExtension }: SqlHost): string {
  if (agentStatus !== 'Connected') return `; its agent is ${agentStatus}`
  return sqlExtension === '' ? '; the SQL extension is not installed' : `; the SQL extension is ${sqlExtension}`
}
