/** The Entra tenant of the sandbox. */
export const tenantId: string = '72f1a0c4-5d3e-4b8a-9c61-0e4d2b7f9a35'

/** The management group over all subscriptions. */
export const managementGroup: string = 'northwind'

/** The Log Analytics workspace that all machines report to. */
export const workspaceId: string = 'c4b8e6d2-91f7-4a03-8e5b-6d20f1a7b394'

/** A second workspace, to which the branches report as well; it has no Windows Server assessment. */
export const branchWorkspaceId: string = 'd5c9f7e3-a208-4b14-9f6c-7e31a2b8c4a5'

/** A workspace in which nothing was ever written. */
export const emptyWorkspaceId: string = 'e6da08f4-b319-4c25-8a7d-8f42b3c9d5b6'

/** The treasury's workspace, which the caller cannot read. */
export const treasuryWorkspaceId: string = 'f7eb1905-c42a-4d36-9b8e-9053c4dae6c7'

/** A subscription of the sandbox; the caller sees nothing of an unreadable one. */
export interface Subscription {
  readonly id: string
  readonly name: string
  readonly readable: boolean
}

/** The subscriptions by purpose. */
export const subscriptions: Readonly<Record<'plants' | 'office' | 'azure' | 'treasury', Subscription>> = {
  plants: { id: '1b0f8a52-6c3d-4e7a-b1d9-2f5c8e0a7d41', name: 'northwind-plants', readable: true },
  office: { id: '2c9d4e17-0a8b-4f36-9e52-7d1b3c6f8a20', name: 'northwind-office', readable: true },
  azure: { id: '3d7e5f28-1b9c-4a47-8f63-8e2c4d7a9b31', name: 'northwind-azure', readable: true },
  treasury: { id: '4e8f6a39-2cad-4b58-9a74-9f3d5e8bac42', name: 'northwind-treasury', readable: false },
}

const workspaceNames: Readonly<Record<string, string>> = {
  'log-northwind': workspaceId,
  'log-northwind-branches': branchWorkspaceId,
  'log-northwind-empty': emptyWorkspaceId,
  'log-northwind-treasury': treasuryWorkspaceId,
}

/** The ARM id of a workspace. */
const workspaceResourceId = (name: string): string =>
  `/subscriptions/${subscriptions.azure.id}/resourceGroups/rg-monitoring/providers/Microsoft.OperationalInsights/workspaces/${name}`

/** The GUID of a workspace that is named by its GUID or its ARM id, in any letter case; undefined when there is none. */
export function workspaceGuid(id: string): string | undefined {
  const given = id.toLowerCase()
  const isGiven = ([name, guid]: readonly [string, string]) =>
    guid === given || workspaceResourceId(name).toLowerCase() === given
  return Object.entries(workspaceNames).find(isGiven)?.[1]
}
