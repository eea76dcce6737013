import { InfraError, type Scope } from '@infra-analysis/core'
import { branchWorkspaceId, emptyWorkspaceId, subscriptions, workspaceGuid, workspaceId } from './estate.ts'
import type { Machine } from './machines/machine.ts'
import { once } from './once.ts'
import { logTablesOf, type LogTables, type Part, type Sampling } from './tables/logs/index.ts'
import { together, type LogTable } from './tables/logs/log-table.ts'

/** The tables of some workspaces by name, made for a part of their rows; a table that none of them has is left out. */
export type Workspaces = (scope: Scope, part?: Part) => Readonly<Record<string, () => LogTable>>

/**
 * The workspaces that these machines report to: one for all machines of readable subscriptions, one that the branches report to as
 * well, and one without a table. Throws AccessDenied for a workspace that is not there or cannot be read.
 */
export function workspacesOf(machines: readonly Machine[], sampling: Sampling = {}): Workspaces {
  const readable = machines.filter(({ subscriptionId }) => subscriptionId !== subscriptions.treasury.id)
  const known: Readonly<Record<string, () => Partial<LogTables>>> = {
    [workspaceId]: once(() => logTablesOf(readable, sampling)),
    [branchWorkspaceId]: once(() => {
      const branches = readable.filter(({ site }) => site.name === 'Branch-East')
      const { WindowsServerAssessmentRecommendation: _absent, ...rest } = logTablesOf(branches, sampling)
      return rest
    }),
    [emptyWorkspaceId]: () => ({}),
  }
  return ({ workspaces = [] }, part) => {
    const asked = workspaces.length > 0 ? workspaces : [workspaceId]
    const found = asked.flatMap((id) => Object.entries(known[workspaceGuid(id) ?? id]?.() ?? refuse(id)))
    const names = new Set(found.map(([name]) => name))
    const makers = (name: string) => found.filter(([candidate]) => candidate === name).map(([, make]) => make)
    return Object.fromEntries(
      [...names].map((name) => [name, once(() => together(makers(name).map((make) => make(part))))]),
    )
  }
}

function refuse(id: string): never {
  throw new InfraError(
    'AccessDenied',
    `There is no workspace ${id}, or it cannot be read`,
    'Give the id of a workspace on which you have the role Log Analytics Reader.',
  )
}
