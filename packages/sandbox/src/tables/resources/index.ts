import type { Machine } from '../../machines/machine.ts'
import type { ResourceRow } from '../rows.ts'
import { arcMachine } from './arc-machines.ts'
import { availabilityGroupRows } from './availability-groups.ts'
import { azureMachine } from './azure-machines.ts'
import { extensionRows } from './extensions.ts'
import { esuLicenseRows } from './licenses.ts'
import { nic } from './nics.ts'
import { scheduleRows } from './schedules.ts'
import { databaseRows } from './sql-databases.ts'
import { sqlInstanceRows } from './sql-instances.ts'
import { sqlPaasRows } from './sql-paas.ts'
import { sqlVirtualMachineRows } from './sql-vms.ts'

/** The table `resources`: machines and everything that hangs on them. */
export const resources = (machines: readonly Machine[]): readonly ResourceRow[] => [
  ...machines.flatMap((machine) => (machine.kind === 'arc' ? arcRows(machine) : azureRows(machine))),
  ...availabilityGroupRows(machines),
  ...sqlPaasRows,
  ...esuLicenseRows(machines),
  ...scheduleRows,
]

const arcRows = (machine: Machine): readonly ResourceRow[] => [
  arcMachine(machine),
  ...extensionRows(machine),
  ...sqlInstanceRows(machine),
  ...databaseRows(machine),
]

const azureRows = (machine: Machine): readonly ResourceRow[] => [
  azureMachine(machine),
  nic(machine),
  ...extensionRows(machine),
  ...sqlVirtualMachineRows(machine),
]
