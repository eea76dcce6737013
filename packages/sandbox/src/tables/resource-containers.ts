import { managementGroup, subscriptions, tenantId } from '../estate.ts'
import type { Machine } from '../machines/machine.ts'
import { sites, type Site } from '../sites.ts'
import { row, type ResourceRow } from './rows.ts'

/** The table `resourcecontainers`: the management group, the subscriptions, and the resource groups that hold anything. */
export function resourceContainers(machines: readonly Machine[]): readonly ResourceRow[] {
  const groups = new Map(
    [
      ...machines.map(groupOf),
      ...Object.values(sites).map((site) => groupOf({ ...site, subscriptionId: site.subscription.id, site })),
      data,
    ].map((group) => [group.id.toLowerCase(), group]),
  )
  return [root, ...Object.values(subscriptions).map(subscription), ...groups.values()]
}

const root = row({
  id: `/providers/Microsoft.Management/managementGroups/${managementGroup}`,
  name: managementGroup,
  type: 'microsoft.management/managementgroups',
  subscriptionId: '',
  properties: { displayName: 'Northwind', tenantId },
})

const subscription = ({ id, name }: { id: string; name: string }): ResourceRow =>
  row({
    id: `/subscriptions/${id}`,
    name,
    type: 'microsoft.resources/subscriptions',
    subscriptionId: id,
    properties: {
      state: 'Enabled',
      managementGroupAncestorsChain: [{ name: managementGroup, displayName: 'Northwind' }],
    },
  })

const groupOf = ({
  subscriptionId,
  resourceGroup,
  site,
}: {
  subscriptionId: string
  resourceGroup: string
  site: Site
}): ResourceRow =>
  row({
    id: `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`,
    name: resourceGroup,
    type: 'microsoft.resources/subscriptions/resourcegroups',
    subscriptionId,
    resourceGroup,
    location: site.region,
    properties: { provisioningState: 'Succeeded' },
  })

const data = groupOf({ subscriptionId: subscriptions.azure.id, resourceGroup: 'rg-data-weu', site: sites.azure })
