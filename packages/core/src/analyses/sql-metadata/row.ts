import { z } from 'zod'
import { flag, int, json, long, prose, real, text, time, word } from '../../columns.ts'
import { lifecycleAsOf, supportStates } from '../../lifecycle.ts'

const stored = {
  instanceId: text('Lower-cased ARM id of the instance'),
  machineId: text('Lower-cased ARM id of its machine; empty for Azure SQL'),
  host: text('Name of its machine, or of the Azure SQL resource'),
  instance: text('Instance name; MSSQLSERVER for the default instance'),
  resourceName: text('ARM name: SERVER or SERVER_INSTANCE'),
  sqlKind: text('arc, azure-vm, azure-sql or managed-instance'),
  serviceType: text('Engine, or a component: SSAS, SSIS, SSRS, PBIRS'),
  version: text('SQL Server version; the image offer for a SQL virtual machine'),
  edition: text('Edition or tier'),
  build: text('Build number'),
  instanceState: text('Connected, Disconnected, Registered …; state of the resource in Azure'),
  vCores: int('Logical processors that the instance uses'),
  licenseType: text('Paid, PAYG, LicenseOnly, Free, HADR …'),
  hostType: text('Physical or virtual, and where'),
  alwaysOnRole: text('AvailabilityGroupReplica, FailoverClusterInstance, FailoverClusterNode or None'),
  isHadrEnabled: flag('Whether availability groups are enabled'),
  defenderStatus: text('Protected, Unprotected or Unknown'),
  assessmentEnabled: flag('Whether the best-practice assessment is on'),
  authenticationMode: text('Windows, Mixed …'),
  tcpPort: text('TCP port, static before dynamic'),
  maxServerMemoryMB: long('Memory limit; 2147483647 means none', 'MB'),
  inventoryUploadedAt: time('When the instance last reported its inventory'),
  usageUploadedAt: time('When the instance last reported its usage'),
  userDatabases: long('Databases without the system ones; null when none was reported'),
  totalSizeMB: real('Size of the user databases', 'MB'),
  largestDatabaseMB: real('Size of the largest user database', 'MB'),
  notOnline: long('User databases that are not online'),
  withoutFullBackup: long('User databases without a recent full backup, as msdb knows it'),
  fullRecoveryWithoutLogBackup: long('User databases in full recovery without a recent log backup'),
  autoCloseOn: long('User databases with auto-close'),
  autoShrinkOn: long('User databases with auto-shrink'),
  trustworthyOn: long('User databases that are trustworthy'),
  lowestCompatibility: int('Lowest compatibility level of a user database'),
  location: text('Azure region'),
  resourceGroup: text('Resource group, lower case'),
  subscriptionId: text('Subscription id'),
  tags: prose(json('Tags of the resource')),
}

/** What the store holds about an instance. */
export const storedInstance = z.object(stored)

/** One instance. */
export const instance = z.object({
  ...stored,
  support: word(supportStates, 'Whether the version still gets security updates'),
  supportEndsOn: text(
    `Last day of security updates for all, yyyy-mm-dd, as published on ${lifecycleAsOf}; empty when unknown`,
  ),
})

export const database = z.object({
  databaseId: text('Lower-cased ARM id of the database'),
  instanceId: text('Lower-cased ARM id of its instance'),
  resourceName: text('ARM name of its instance'),
  database: text('Database name'),
  isSystem: flag('Whether it is master, model, msdb or tempdb'),
  databaseState: text('Online, Restoring, Suspect, Offline …'),
  recoveryModel: text('Full, Simple or Bulk-logged'),
  compatibilityLevel: int('Compatibility level, 80 to 170'),
  collation: text('Collation'),
  sizeMB: real('Size', 'MB'),
  freeMB: real('Free space in its files', 'MB'),
  dataFileMB: real('Size of the data files', 'MB'),
  logFileMB: real('Size of the log files', 'MB'),
  maxSizeMB: real('Largest size it may have (Azure SQL)', 'MB'),
  databaseCreatedAt: time('When it was created'),
  fullBackupAt: time('Last full backup that msdb knows'),
  logBackupAt: time('Last log backup that msdb knows'),
  isReadOnly: flag('Whether it is read-only'),
  isEncrypted: flag('Whether transparent data encryption is on'),
  isAutoClose: flag('Whether auto-close is on'),
  isAutoShrink: flag('Whether auto-shrink is on'),
  isTrustworthy: flag('Whether it is trustworthy'),
  uploadedAt: time('When it was last reported'),
})

export const sqlHost = z.object({
  machineId: text('Lower-cased ARM id of the machine'),
  name: text('ARM name'),
  agentStatus: text('Status of the Arc agent'),
  sqlExtension: text('Provisioning state of the SQL extension; empty when it is not installed'),
})

export type Instance = z.output<typeof instance>
export type SqlHost = z.output<typeof sqlHost>
