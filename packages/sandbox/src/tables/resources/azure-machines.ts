import { vmSize } from '../../catalog/vm-sizes.ts'
import { stamp } from '../../clock.ts'
import type { Machine } from '../../machines/machine.ts'
import { placeOf, row, type ResourceRow } from '../rows.ts'
import { resourceId } from '../spelling.ts'
import { osProfile } from './os-profile.ts'

/** The ARM id of the network interface of an Azure machine. */
export const nicId = ({ subscriptionId, resourceGroup, name }: Machine): string =>
  resourceId(subscriptionId, resourceGroup, 'Microsoft.Network/networkInterfaces', `${name}-nic`)

/** An Azure virtual machine. Resource Graph knows its size, not its processors and memory. */
export function azureMachine(machine: Machine): ResourceRow {
  const { os, name, hardware, disks } = machine
  return row({
    id: machine.id,
    name,
    type: 'microsoft.compute/virtualmachines',
    ...placeOf(machine),
    tags: machine.tags,
    zones: ['1'],
    properties: {
      vmId: machine.vmId,
      timeCreated: stamp(machine.createdAt),
      provisioningState: 'Succeeded',
      hardwareProfile: { vmSize: vmSize(hardware.logicalCores, Math.ceil(hardware.memoryBytes / 2 ** 30)) },
      storageProfile: {
        imageReference: { ...os.image, version: 'latest' },
        osDisk: {
          name: `${name}-os`,
          osType: os.family === 'windows' ? 'Windows' : 'Linux',
          createOption: 'FromImage',
          diskSizeGB: 127,
        },
        dataDisks: disks
          .slice(1)
          .map((disk, lun) => ({ lun, name: `${name}-data${lun}`, diskSizeGB: Math.ceil(disk.sizeBytes / 2 ** 30) })),
      },
      osProfile: osProfile(machine),
      networkProfile: { networkInterfaces: [{ id: nicId(machine), properties: { primary: true } }] },
      ...(os.family === 'windows' && { licenseType: 'Windows_Server' }),
      extended: { instanceView: instanceView(machine) },
    },
  })
}

function instanceView({ agent: { status }, computerName, os }: Machine): object {
  const powerState = { code: status.replace('VM ', 'PowerState/'), displayStatus: status, level: 'Info' }
  // A machine that is switched off reports nothing about its system.
  if (status !== 'VM running') return { hyperVGeneration: 'V2', powerState }
  const osVersion = os.family === 'windows' ? os.version : os.sku.replace(/[^\d.]/g, '')
  return { computerName, osName: os.instanceViewName, osVersion, hyperVGeneration: 'V2', powerState }
}
