import type { Machine } from '../../machines/machine.ts'
import { placeOf, row, type ResourceRow } from '../rows.ts'
import { maintenanceSpelling, resourceId } from '../spelling.ts'

/** The SQL side of an Azure machine: one row a machine, without a name for the instance. */
export const sqlVirtualMachineRows = (machine: Machine): readonly ResourceRow[] =>
  machine.sql.slice(0, 1).map((sql) =>
    row({
      id: resourceId(
        machine.subscriptionId,
        machine.resourceGroup,
        'Microsoft.SqlVirtualMachine/SqlVirtualMachines',
        machine.name,
      ),
      name: machine.name,
      type: 'microsoft.sqlvirtualmachine/sqlvirtualmachines',
      ...placeOf(machine),
      tags: machine.tags,
      properties: {
        virtualMachineResourceId: maintenanceSpelling(machine.id),
        sqlImageOffer: `SQL${sql.version.slice(-4)}-WS${machine.os.release.slice(-4)}`,
        sqlImageSku: sql.edition,
        sqlServerLicenseType: sql.licenseType === 'Paid' ? 'AHUB' : 'PAYG',
        sqlManagement: 'Full',
        leastPrivilegeMode: 'Enabled',
        osType: 'Windows',
        assessmentSettings: { enable: sql.assessed, runImmediately: false },
        provisioningState: 'Succeeded',
      },
    }),
  )
