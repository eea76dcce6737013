import type { Figure } from '../../answer.ts'
import { countOf, counted, enumerated, verb } from '../../wording.ts'
import type { Instance } from './row.ts'

export function summarize(instances: readonly Instance[]): { headline: string; figures: Figure[] } {
  const sum = (of: (instance: Instance) => number | null) =>
    instances.reduce((total, instance) => total + (of(instance) ?? 0), 0)
  const kind = (sqlKind: string) => countOf(instances, (instance) => instance.sqlKind === sqlKind)
  const databases = sum(({ userDatabases }) => userDatabases)
  const old = countOf(instances, ({ support }) => support === 'Ended' || support === 'EsuOnly')
  const [unsaved, unlogged] = [
    sum(({ withoutFullBackup }) => withoutFullBackup),
    sum((one) => one.fullRecoveryWithoutLogBackup),
  ]
  const troubles = [
    ...(old ? [`${old} ${verb(old, 'runs', 'run')} a version out of support`] : []),
    ...(unsaved ? [`${counted(unsaved, 'database')} ${verb(unsaved, 'has', 'have')} no recent full backup`] : []),
    ...(unlogged
      ? [`${counted(unlogged, 'database')} in full recovery ${verb(unlogged, 'has', 'have')} no recent log backup`]
      : []),
  ]
  return {
    headline: `${counted(instances.length, 'SQL instance')} with ${counted(databases, 'user database')}: ${enumerated(troubles) || 'all supported and backed up'}.`,
    figures: [
      { label: 'SQL Server through Azure Arc', value: kind('arc') },
      { label: 'SQL virtual machines', value: kind('azure-vm') },
      { label: 'Azure SQL servers', value: kind('azure-sql') },
      { label: 'Managed instances', value: kind('managed-instance') },
      { label: 'User databases', value: databases },
      { label: 'Size', value: Math.round(sum(({ totalSizeMB }) => totalSizeMB) / 1024), unit: 'GB' },
      { label: 'Out of support', value: old },
      { label: 'Databases without full backup', value: unsaved },
      { label: 'Full recovery without log backup', value: unlogged },
      { label: 'Databases not online', value: sum(({ notOnline }) => notOnline) },
    ],
  }
}
