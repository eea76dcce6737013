import { sqlBuilds, type SqlVersion } from '../catalog/sql-builds.ts'
import { hoursAfter, hoursAgo } from '../clock.ts'
import type { Random } from '../random.ts'
import type { SqlSpec } from '../roster/sql.ts'
import { databases, type Database } from './databases.ts'

/** What runs as a service of SQL Server. */
export type ServiceType = 'Engine' | 'SSRS' | 'SSAS' | 'SSIS'

/** An instance of SQL Server or of one of its companion services. */
export interface SqlInstance {
  /** `MSSQLSERVER` for the default instance. */
  readonly name: string
  readonly serviceType: ServiceType
  readonly version: SqlVersion
  readonly edition: string
  readonly build: string
  readonly licenseType: string
  readonly status: 'Connected' | 'Disconnected' | 'Unknown'
  readonly alwaysOnRole: 'AvailabilityGroupReplica' | 'FailoverClusterInstance' | 'FailoverClusterNode' | 'None'
  readonly cores: number
  readonly maxServerMemoryMB: number
  readonly port: string
  readonly authentication: 'Mixed' | 'Windows'
  readonly defender: 'Protected' | 'Unprotected' | 'Unknown'
  readonly assessed: boolean
  readonly uploadedAt: Date
  readonly createdAt: Date
  readonly databases: readonly Database[]
}

/** The largest value of the setting: no limit. */
const unlimited = 2_147_483_647

/** The machine that an instance runs on. */
export interface SqlHost {
  readonly cores: number
  readonly memoryGiB: number
  readonly isPresent: boolean
  readonly lastContact: Date
}

/** An instance as it was ordered, with everything else drawn; what it reports is never newer than its host's last contact. */
export function sqlInstance(spec: SqlSpec, host: SqlHost, draw: Random): SqlInstance {
  const { builds, level } = sqlBuilds[spec.version]
  const serviceType = spec.serviceType ?? 'Engine'
  const isExpress = spec.edition === 'Express'
  const uploadedAt = spec.uploadedAt ?? hoursAfter(host.lastContact, -draw.int(1, 20))
  return {
    name: spec.name,
    serviceType,
    version: spec.version,
    edition: spec.edition,
    build: spec.build ?? draw.weighted(builds.map((build, age) => [build, 4 / (age + 1)] as const)),
    licenseType: spec.licenseType,
    status: spec.status ?? (host.isPresent ? 'Connected' : 'Disconnected'),
    alwaysOnRole: spec.alwaysOnRole ?? 'None',
    cores: isExpress ? Math.min(4, host.cores) : host.cores,
    maxServerMemoryMB: draw.chance(0.25) ? unlimited : Math.floor(host.memoryGiB * 1024 * 0.75),
    port: spec.name === 'MSSQLSERVER' ? '1433' : String(draw.int(49152, 65000)),
    authentication: draw.chance(0.6) ? 'Mixed' : 'Windows',
    defender: draw.weighted([
      ['Protected', 60],
      ['Unprotected', 30],
      ['Unknown', 10],
    ]),
    assessed: !isExpress && serviceType === 'Engine' && draw.chance(0.8),
    uploadedAt,
    createdAt: hoursAgo(draw.int(200, 900) * 24),
    databases: serviceType === 'Engine' ? databases(spec, level, uploadedAt, draw) : [],
  }
}
