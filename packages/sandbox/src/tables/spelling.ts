/** The machine's id as Update Manager writes it: lower case, but for the word before the resource group. */
export const updateManagerSpelling = (id: string): string =>
  id.toLowerCase().replace('/resourcegroups/', '/resourceGroups/')

/** The machine's id as the SQL Server extension writes it: the group's segment lower case, the name upper case. */
export const sqlSpelling = (id: string): string =>
  id.replace('/resourceGroups/', '/resourcegroups/').replace(/[^/]+$/, (name) => name.toUpperCase())

/** The machine's id as the maintenance service writes it: the resource group in upper case. */
export const maintenanceSpelling = (id: string): string =>
  id.replace(/(\/resourcegroups\/)([^/]+)/i, (_, segment: string, group: string) => segment + group.toUpperCase())

/** The ARM id of something in a resource group. */
export const resourceId = (subscriptionId: string, resourceGroup: string, type: string, name: string): string =>
  `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/${type}/${name}`
