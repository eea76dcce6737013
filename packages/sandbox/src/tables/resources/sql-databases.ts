import { stamp } from '../../clock.ts'
import type { Database } from '../../machines/databases.ts'
import type { Machine } from '../../machines/machine.ts'
import { placeOf, row, type ResourceRow } from '../rows.ts'
import { instanceId } from './sql-instances.ts'

/** The databases of the SQL Server instances of an Arc machine. */
export const databaseRows = (machine: Machine): readonly ResourceRow[] =>
  machine.sql.flatMap((sql) =>
    sql.databases.map((database) =>
      row({
        id: `${instanceId(machine, sql).replace('SqlServerInstances', 'sqlServerInstances')}/databases/${database.name}`,
        name: database.name,
        type: 'microsoft.azurearcdata/sqlserverinstances/databases',
        ...placeOf(machine),
        properties: { ...properties(database), lastDatabaseUploadTime: stamp(sql.uploadedAt) },
      }),
    ),
  )

function properties(database: Database): object {
  return {
    state: database.state,
    recoveryMode: database.recovery,
    compatibilityLevel: database.level,
    collationName: 'SQL_Latin1_General_CP1_CI_AS',
    sizeMB: database.sizeMB,
    spaceAvailableMB: database.freeMB,
    dataFileSizeMB: database.sizeMB - Math.min(database.logMB, database.sizeMB),
    logFileSizeMB: Math.min(database.logMB, database.sizeMB),
    databaseCreationDate: stamp(database.createdAt),
    isReadOnly: false,
    backupInformation: {
      ...(database.fullBackupAt && { lastFullBackup: stamp(database.fullBackupAt) }),
      ...(database.logBackupAt && { lastLogBackup: stamp(database.logBackupAt) }),
    },
    databaseOptions: {
      isAutoCloseOn: database.isAutoClose,
      isAutoShrinkOn: database.isAutoShrink,
      isAutoCreateStatsOn: true,
      isAutoUpdateStatsOn: true,
      isEncrypted: database.isEncrypted,
      isTrustworthyOn: database.isTrustworthy,
      isMemoryOptimizationEnabled: false,
      isRemoteDataArchiveEnabled: false,
      isHekatonFilesOn: false,
      numberOfHekatonFiles: 0,
    },
  }
}
