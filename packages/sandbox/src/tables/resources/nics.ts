import type { Machine } from '../../machines/machine.ts'
import { placeOf, row, type ResourceRow } from '../rows.ts'
import { resourceId } from '../spelling.ts'
import { nicId } from './azure-machines.ts'

/** The network interface of an Azure machine. */
export function nic(machine: Machine): ResourceRow {
  const [main] = machine.interfaces
  const network = resourceId(machine.subscriptionId, 'rg-network', 'Microsoft.Network/virtualNetworks', 'vnet-weu')
  const subnet = machine.role === 'sql' ? 'snet-data' : 'snet-workloads'
  return row({
    id: nicId(machine),
    name: `${machine.name}-nic`,
    type: 'microsoft.network/networkinterfaces',
    ...placeOf(machine),
    properties: {
      virtualMachine: { id: machine.id },
      macAddress: main?.mac.replaceAll(':', '-').toUpperCase(),
      primary: true,
      ipConfigurations: main?.addresses
        .filter(({ version }) => version === 'IPv4')
        .map(({ address }) => ({
          name: 'ipconfig1',
          properties: {
            privateIPAddress: address,
            privateIPAllocationMethod: 'Dynamic',
            primary: true,
            subnet: { id: `${network}/subnets/${subnet}` },
          },
        })),
    },
  })
}
