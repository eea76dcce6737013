import type { Os } from '../catalog/os.ts'
import { subscriptions } from '../estate.ts'
import type { Random } from '../random.ts'
import type { Entry, Role } from '../roster/entry.ts'
import type { Site } from '../sites.ts'

/** The ARM id of a machine; its provider is spelt in one of the two ways that Azure uses. */
export function machineId(
  {
    name,
    kind,
    subscriptionId,
    resourceGroup,
  }: { name: string; kind: 'arc' | 'azure'; subscriptionId: string; resourceGroup: string },
  lowerCaseProvider: boolean,
): string {
  const group = `/subscriptions/${subscriptionId}/${lowerCaseProvider ? 'resourcegroups' : 'resourceGroups'}/${resourceGroup}`
  const type = kind === 'arc' ? 'Microsoft.HybridCompute/machines' : 'Microsoft.Compute/virtualMachines'
  return `${group}/providers/${lowerCaseProvider ? type.toLowerCase() : type}/${name}`
}

/** Where a machine is kept: the treasury's servers have a subscription of their own. */
export function home({ name }: Entry, site: Site): { subscriptionId: string; resourceGroup: string } {
  if (name.includes('TRSY')) return { subscriptionId: subscriptions.treasury.id, resourceGroup: 'rg-treasury' }
  return { subscriptionId: site.subscription.id, resourceGroup: site.resourceGroup }
}

/** Plants join their Windows servers to a domain and their Linux boxes to none. */
export const domainOf = (site: Site, os: Os): string => (os.family === 'windows' ? site.domain : 'unknown')

const projects: Record<Role, readonly string[]> = {
  dc: ['Identity'],
  file: ['Workplace'],
  print: ['Workplace'],
  app: ['MES', 'ERP', 'Quality', 'Logistics'],
  sql: ['MES', 'ERP', 'Data'],
  web: ['Portal', 'Webshop'],
  edge: ['OT'],
  jump: ['Operations'],
  monitor: ['Operations'],
  update: ['Operations'],
}

/** The tags of a machine: where it stands, and who it works for. */
export function tags({ name, role }: Entry, site: Site, draw: Random): Record<string, string> {
  const environment = /dev|test/i.test(name) ? 'Development' : 'Production'
  const project = draw.pick(projects[role])
  if (site.platform === 'azure') return { Environment: environment, Project: project }
  return {
    Building: String(draw.int(1, 40)).padStart(3, '0'),
    City: site.city,
    CountryOrRegion: site.country,
    Datacenter: site.name,
    Environment: environment,
    Project: project,
    StateOrDistrict: site.district,
  }
}
