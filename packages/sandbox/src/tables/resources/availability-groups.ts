import type { Machine } from '../../machines/machine.ts'
import { placeOf, row, type ResourceRow } from '../rows.ts'
import { instanceId } from './sql-instances.ts'

const group = 'AG-ORDERS'

/** The availability group of the head office, as its primary replica, the first of the replicas, reports it. */
export function availabilityGroupRows(machines: readonly Machine[]): readonly ResourceRow[] {
  const replicas = machines.flatMap((machine) =>
    machine.name.startsWith('UTR-SQL')
      ? machine.sql
          .filter(({ alwaysOnRole }) => alwaysOnRole === 'AvailabilityGroupReplica')
          .map((sql) => ({ machine, sql }))
      : [],
  )
  const [primary] = replicas
  if (!primary) return []
  const databases = primary.sql.databases.slice(4)
  const properties = {
    info: {
      primaryReplica: primary.machine.name,
      clusterTypeDescription: 'WSFC',
      synchronizationHealthDescription: 'HEALTHY',
      isContained: false,
      isDistributed: false,
      dbFailover: true,
    },
    replicas: { value: replicas.map(({ machine }, index) => replica(machine, index === 0)) },
    databases: {
      value: replicas.flatMap(({ machine }, index) =>
        databases.map(({ name }) => ({
          databaseName: name,
          replicaName: machine.name,
          isPrimaryReplica: index === 0,
          isSuspended: false,
          synchronizationStateDescription: index < 2 ? 'SYNCHRONIZED' : 'SYNCHRONIZING',
        })),
      ),
    },
  }
  return [
    row({
      id: `${instanceId(primary.machine, primary.sql)}/availabilityGroups/${group}`,
      name: group,
      type: 'microsoft.azurearcdata/sqlserverinstances/availabilitygroups',
      ...placeOf(primary.machine),
      properties,
    }),
  ]
}

const replica = ({ name }: Machine, isPrimary: boolean): object => ({
  replicaName: name,
  state: {
    availabilityGroupReplicaRole: isPrimary ? 'PRIMARY' : 'SECONDARY',
    connectedStateDescription: 'CONNECTED',
    operationalStateDescription: 'ONLINE',
    synchronizationHealthDescription: 'HEALTHY',
  },
})
