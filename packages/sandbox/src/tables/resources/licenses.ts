import type { Machine } from '../../machines/machine.ts'
import { placeOf, row, type ResourceRow } from '../rows.ts'
import { resourceId } from '../spelling.ts'

/** The licences for extended security updates: one in each resource group that assigned any. */
export function esuLicenseRows(machines: readonly Machine[]): readonly ResourceRow[] {
  const groups = new Map<string, [Machine, ...Machine[]]>()
  for (const machine of machines) {
    if (machine.kind !== 'arc' || machine.esu.license !== 'Assigned') continue
    const group = groups.get(machine.resourceGroup)
    if (group) group.push(machine)
    else groups.set(machine.resourceGroup, [machine])
  }
  return [...groups.values()].map(license)
}

function license(machines: readonly [Machine, ...Machine[]]): ResourceRow {
  const [first] = machines
  const name = `esu-${first.site.code.toLowerCase()}-2012r2`
  const processors = machines.reduce((sum, { hardware }) => sum + Math.max(8, hardware.logicalCores), 0)
  return row({
    id: resourceId(first.subscriptionId, first.resourceGroup, 'Microsoft.HybridCompute/licenses', name),
    name,
    type: 'microsoft.hybridcompute/licenses',
    ...placeOf(first),
    properties: {
      licenseType: 'ESU',
      licenseDetails: {
        state: 'Activated',
        target: 'Windows Server 2012 R2',
        edition: 'Standard',
        type: 'vCore',
        processors,
        assignedLicenses: machines.length,
      },
      provisioningState: 'Succeeded',
    },
  })
}
