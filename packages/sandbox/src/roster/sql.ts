import type { SqlVersion, SqlYear } from '../catalog/sql-builds.ts'
import { hoursAgo } from '../clock.ts'
import type { Database } from '../machines/databases.ts'
import type { ServiceType, SqlInstance } from '../machines/sql.ts'
import type { Random } from '../random.ts'

/** A database by name, and what is special about it. */
export type DatabaseSpec = Pick<Database, 'name'> & Partial<Database>

/** What someone decided about an instance. */
export interface SqlSpec {
  readonly name: string
  readonly version: SqlVersion
  readonly edition: 'Enterprise' | 'Standard' | 'Developer' | 'Express'
  readonly licenseType: 'Paid' | 'PAYG' | 'LicenseOnly' | 'Free' | 'HADR'
  readonly serviceType?: ServiceType
  readonly status?: SqlInstance['status']
  readonly uploadedAt?: Date
  readonly build?: string
  readonly alwaysOnRole?: SqlInstance['alwaysOnRole']
  /** The user databases, by name or with what is special about them; drawn when left out. */
  readonly databases?: readonly (string | DatabaseSpec)[]
}

const engine = (
  name: string,
  year: SqlYear,
  edition: SqlSpec['edition'],
  licenseType: SqlSpec['licenseType'],
  rest: Partial<SqlSpec> = {},
): SqlSpec => ({ name, version: `SQL Server ${year}` as const, edition, licenseType, ...rest })

const replica = (build: string): SqlSpec =>
  engine('MSSQLSERVER', 2022, 'Enterprise', 'Paid', {
    build,
    alwaysOnRole: 'AvailabilityGroupReplica',
    databases: ['OrderHub', 'Identity', 'Documents'],
  })

const clusterNode = (alwaysOnRole: SqlInstance['alwaysOnRole']): SqlSpec =>
  engine('MSSQLSERVER', 2019, 'Enterprise', 'Paid', {
    alwaysOnRole,
    build: '15.0.4455.2',
    databases: ['DataMart', 'Planning'],
  })

const express = (year: SqlYear, name = 'SQLEXPRESS'): SqlSpec => engine(name, year, 'Express', 'Free')

const erp: DatabaseSpec = {
  name: 'ERP_PROD',
  sizeMB: 921_600,
  freeMB: 48_200,
  logMB: 214_000,
  recovery: 'Full',
  fullBackupAt: hoursAgo(31),
  logBackupAt: undefined,
}

const neglected: DatabaseSpec = {
  name: 'Orders_Copy',
  fullBackupAt: undefined,
  logBackupAt: undefined,
  isAutoShrink: true,
  isTrustworthy: true,
}

const scadaEvents: DatabaseSpec = {
  name: 'ScadaEvents',
  sizeMB: 9_871,
  freeMB: 112,
  logMB: 640,
  recovery: 'Simple',
  logBackupAt: undefined,
}

/** The instances of the named SQL hosts: twenty engines on seventeen hosts, and four companion services. */
export const namedSql: Readonly<Record<string, readonly SqlSpec[]>> = {
  'TRD-HIST01': [engine('MSSQLSERVER', 2012, 'Standard', 'Paid', { databases: ['Historian', 'HistorianArchive'] })],
  'TRD-MES01': [engine('MES', 2017, 'Standard', 'Paid')],
  'TRD-SQLMES01': [
    engine('MSSQLSERVER', 2016, 'Standard', 'Paid', { build: '13.0.6460.7' }),
    engine('HISTORIAN', 2016, 'Standard', 'Paid', { databases: ['Tags', 'Batches'] }),
    engine('SSRS', 2016, 'Standard', 'Paid', { serviceType: 'SSRS' }),
  ],
  'OPO-HIST01': [engine('MSSQLSERVER', 2014, 'Standard', 'Paid', { databases: ['Historian'] })],
  'OPO-SCADA01': [{ ...express(2014), databases: [scadaEvents] }],
  'OPO-SQLMES01': [
    engine('MSSQLSERVER', 2016, 'Standard', 'LicenseOnly'),
    engine('SSIS', 2016, 'Standard', 'LicenseOnly', { serviceType: 'SSIS' }),
  ],
  'UTR-SQL01': [replica('16.0.4230.2')],
  'UTR-SQL02': [replica('16.0.4230.2')],
  'UTR-SQL03': [replica('16.0.4165.4')],
  'UTR-SQLFCI1': [clusterNode('FailoverClusterInstance')],
  'UTR-SQLFCI2': [clusterNode('FailoverClusterNode')],
  'UTR-SQLERP01': [
    engine('MSSQLSERVER', 2019, 'Standard', 'Paid', { databases: [erp, 'ERP_ARCHIVE', 'ERP_TEST'] }),
    engine('REPORTING', 2019, 'Standard', 'LicenseOnly'),
    engine('SSRS', 2019, 'Standard', 'Paid', { serviceType: 'SSRS' }),
    engine('SSAS', 2019, 'Standard', 'Paid', { serviceType: 'SSAS' }),
  ],
  'GDN-POS01': [{ ...express(2016), status: 'Unknown' }],
  'GDN-SQL01': [
    engine('MSSQLSERVER', 2016, 'Standard', 'PAYG'),
    engine('DEV', 2019, 'Developer', 'PAYG', { databases: ['Orders_Test', neglected] }),
  ],
  'GDN-APP01': [{ ...express(2017), status: 'Disconnected', uploadedAt: hoursAgo(24 * 19) }],
  'weu-sql01': [engine('MSSQLSERVER', 2019, 'Standard', 'PAYG')],
  'weu-sql02': [engine('MSSQLSERVER', 2025, 'Developer', 'Free')],
}

/** The instances of any other host of the role `sql`: one, sometimes two. */
export function drawnSql(draw: Random): readonly SqlSpec[] {
  const first = drawnSpec('MSSQLSERVER', draw)
  return draw.chance(0.2) ? [first, drawnSpec(draw.pick(['REPORTING', 'MES', 'APPS']), draw)] : [first]
}

function drawnSpec(name: string, draw: Random): SqlSpec {
  const year = draw.weighted([
    [2012, 1],
    [2014, 2],
    [2016, 5],
    [2017, 2],
    [2019, 6],
    [2022, 3],
    [2025, 1],
  ])
  const edition = draw.weighted<SqlSpec['edition']>([
    ['Standard', 10],
    ['Enterprise', 5],
    ['Express', 3],
    ['Developer', 2],
  ])
  if (edition === 'Express') return name === 'MSSQLSERVER' ? express(year) : express(year, name)
  return engine(
    name,
    year,
    edition,
    edition === 'Developer' ? 'Free' : draw.pick(['Paid', 'Paid', 'Paid', 'PAYG', 'LicenseOnly']),
  )
}
