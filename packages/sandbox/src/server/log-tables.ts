import type { Window } from '@infra-analysis/core'
import type { Table } from '@infra-analysis/kql'
import { treasuryWorkspaceId, workspaceGuid } from '../estate.ts'
import type { TablesByName } from '../evaluation.ts'
import type { Machine } from '../machines/machine.ts'
import { once } from '../once.ts'
import { scope } from '../scope.ts'
import type { Workspaces } from '../workspaces.ts'

/** The tables behind what a caller names, or the status with which the service refuses. */
export type LogTablesOf = (targets: readonly string[], window?: Window) => TablesByName | 403 | 404

/** Finds the tables of workspaces, and of resources in all workspaces that can be read. */
export function logTablesFor(workspaces: Workspaces, machines: readonly Machine[]): LogTablesOf {
  const ofResource = (resource: string, window?: Window): TablesByName | 403 | 404 => {
    const isUnreadable = scope.unreadable.some((id) => isWithin(resource, `/subscriptions/${id}`))
    if (isUnreadable) return 403
    if (!machines.some(({ id }) => isWithin(id, resource))) return 404
    const all = workspaces({ workspaces: [scope.workspace, scope.branchWorkspace] }, { window })
    return Object.fromEntries(Object.entries(all).map(([name, table]) => [name, once(() => only(table(), resource))]))
  }
  return (targets, window) => {
    const guids = targets.map(workspaceGuid)
    const [first = ''] = targets
    if (guids[0] === undefined && first.startsWith('/')) return ofResource(first, window)
    if (guids.includes(undefined)) return 404
    if (guids.includes(treasuryWorkspaceId)) return 403
    return workspaces({ workspaces: guids.filter((guid) => guid !== undefined) }, { window })
  }
}

/** Whether a resource is the one named, or lies in it. */
const isWithin = (id: string, named: string): boolean => `${id}/`.toLowerCase().startsWith(`${named}/`.toLowerCase())

function only({ columns, rows }: Table, resource: string): Table {
  const at = columns.findIndex(({ name }) => name === '_ResourceId')
  return { columns, rows: rows.filter((row) => isWithin(String(row[at]), resource)) }
}
