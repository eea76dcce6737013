import { clock, stamp } from '../../clock.ts'
import type { Machine } from '../../machines/machine.ts'
import type { SqlInstance } from '../../machines/sql.ts'
import { placeOf, row, type ResourceRow } from '../rows.ts'
import { resourceId, sqlSpelling } from '../spelling.ts'

/** The ARM id of an instance: named after its host, and itself unless it is the default one. */
export function instanceId(machine: Machine, { name }: SqlInstance): string {
  return resourceId(
    machine.subscriptionId,
    machine.resourceGroup,
    'Microsoft.AzureArcData/SqlServerInstances',
    instanceResource(machine, name),
  )
}

const instanceResource = (machine: Machine, instance: string): string =>
  instance === 'MSSQLSERVER' ? machine.name : `${machine.name}_${instance}`

/** The SQL Server instances of an Arc machine, companion services included. */
export const sqlInstanceRows = (machine: Machine): readonly ResourceRow[] =>
  machine.sql.map((sql) =>
    row({
      id: instanceId(machine, sql),
      name: instanceResource(machine, sql.name),
      type: 'microsoft.azurearcdata/sqlserverinstances',
      ...placeOf(machine),
      tags: machine.tags,
      properties: {
        containerResourceId: sqlSpelling(machine.id),
        instanceName: sql.name,
        serviceType: sql.serviceType,
        version: sql.version,
        edition: sql.edition,
        patchLevel: sql.build,
        currentVersion: sql.build,
        status: sql.status,
        vCore: String(sql.cores),
        cores: String(machine.hardware.logicalCores),
        licenseType: sql.licenseType,
        hostType:
          machine.model.manufacturer === 'Dell Inc.' || machine.model.manufacturer === 'HPE'
            ? 'Physical Server'
            : 'Virtual Machine',
        vmId: machine.vmId,
        createTime: localTime(sql.createdAt),
        lastInventoryUploadTime: stamp(sql.uploadedAt),
        lastUsageUploadTime: stamp(sql.uploadedAt),
        ...(sql.serviceType === 'Engine' && engine(sql)),
      },
    }),
  )

function engine(sql: SqlInstance): object {
  return {
    alwaysOnRole: sql.alwaysOnRole,
    isHadrEnabled: sql.alwaysOnRole === 'AvailabilityGroupReplica',
    ...(sql.alwaysOnRole.startsWith('FailoverCluster') && {
      failoverCluster: { networkName: 'UTR-SQLFCI', hostNames: ['UTR-SQLFCI1', 'UTR-SQLFCI2'] },
    }),
    azureDefenderStatus: sql.defender,
    azureDefenderStatusLastUpdated: stamp(clock),
    bestPracticesAssessment: sql.assessed
      ? { enabled: true, schedule: { enabled: true, cronTrigger: { expression: '0 0 * * 0' } } }
      : { enabled: false },
    monitoring: { enabled: false },
    authentication: { mode: sql.authentication },
    collation: 'SQL_Latin1_General_CP1_CI_AS',
    traceFlags: [],
    maxServerMemoryMB: sql.maxServerMemoryMB,
    tcpStaticPorts: sql.port,
    tcpDynamicPorts: '',
  }
}

/** The provider writes this one field as month, day, year. */
const localTime = (at: Date): string => at.toISOString().replace(/^(\d+)-(\d+)-(\d+)T(.{8}).*$/, '$2/$3/$1 $4')
