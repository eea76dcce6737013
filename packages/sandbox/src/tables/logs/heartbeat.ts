import type { Machine } from '../../machines/machine.ts'
import { monitoring } from '../../machines/monitoring.ts'
import { ticks, type Grid } from '../../metrics/ticks.ts'
import { reporter } from './reporter.ts'
import type { Run } from './run.ts'

/** The table `Heartbeat`: a sign of life of each monitoring agent at each moment of the grid. */
export const heartbeat = (machines: readonly Machine[], grid: Grid): readonly Run[] =>
  machines
    .filter((machine) => monitoring(machine).insights || monitoring(machine).counters)
    .map((machine) => ({ cells: { ...reporter(machine), ...about(machine) }, times: ticks(machine, grid) }))

function about({
  kind,
  name,
  os,
  resourceGroup,
  subscriptionId,
  vmUuid,
  vmId,
  interfaces,
  extensions,
}: Machine): object {
  const [major = '', minor = ''] = os.version.split('.')
  const addresses = interfaces.flatMap((one) => one.addresses.map(({ address }) => address))
  return {
    Category: 'Azure Monitor Agent',
    ComputerEnvironment: kind === 'azure' ? 'Azure' : 'Non-Azure',
    ComputerPrivateIPs: addresses,
    OSType: os.family === 'windows' ? 'Windows' : 'Linux',
    OSName: os.sku,
    OSMajorVersion: major,
    OSMinorVersion: minor,
    Resource: name,
    ResourceGroup: resourceGroup,
    ResourceProvider: kind === 'azure' ? 'Microsoft.Compute' : 'Microsoft.HybridCompute',
    ResourceType: kind === 'azure' ? 'virtualMachines' : 'machines',
    SubscriptionId: subscriptionId,
    SourceComputerId: vmId,
    VMUUID: vmUuid,
    Version: extensions.find((extension) => extension.name.startsWith('AzureMonitor'))?.version ?? '',
  }
}
