import type { Machine } from '../../machines/machine.ts'
import { monitoring } from '../../machines/monitoring.ts'
import { ticks, type Grid } from '../../metrics/ticks.ts'
import { layout, type Cells } from './layout.ts'
import { reporter } from './reporter.ts'

/** The table `Heartbeat`: a sign of life of each monitoring agent at each moment of the grid. */
export function* heartbeat(machines: readonly Machine[], grid: Grid): Iterable<Cells> {
  const made = layout('Heartbeat')
  for (const machine of machines) {
    const { insights, counters } = monitoring(machine)
    if (!insights && !counters) continue
    const template = made.row({ ...reporter(machine), ...about(machine) })
    for (const { time } of ticks(machine, grid)) yield made.at(template, time)
  }
}

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
