import { hoursAfter, hoursAgo } from '../clock.ts'
import type { Random } from '../random.ts'
import type { SqlSpec } from '../roster/sql.ts'

/** A database of an instance. */
export interface Database {
  readonly name: string
  readonly state: 'Online' | 'Offline' | 'Restoring' | 'Suspect'
  readonly recovery: 'Full' | 'Simple' | 'Bulk-logged'
  readonly level: number
  readonly sizeMB: number
  readonly freeMB: number
  readonly logMB: number
  readonly createdAt: Date
  readonly fullBackupAt: Date | undefined
  readonly logBackupAt: Date | undefined
  readonly isEncrypted: boolean
  readonly isAutoClose: boolean
  readonly isAutoShrink: boolean
  readonly isTrustworthy: boolean
}

const system = ['master', 'model', 'msdb', 'tempdb']
const names = [
  'Orders',
  'Telemetry',
  'Inventory',
  'Quality',
  'Warehouse',
  'Recipes',
  'Finance',
  'Portal',
  'Archive',
  'Badge',
  'Labels',
  'Crm',
]

/** The databases of an instance when it last reported: the system ones, those that were named, or a few drawn ones. */
export function databases(spec: SqlSpec, level: number, reportedAt: Date, draw: Random): readonly Database[] {
  const more = draw.weighted([1, 2, 3, 4, 5, 7].map((count) => [count, 0.65 ** count] as const))
  const start = draw.int(0, names.length - 1)
  const drawn = [...names, ...names].slice(start, start + more)
  const limitMB = spec.edition === 'Express' ? 8_000 : 180_000
  const user = (name: string): Database =>
    userDatabase(name, level, Math.min(limitMB, draw.logarithmic(250, 65_000)), reportedAt, draw)
  return [
    ...system.map((name) => systemDatabase(name, level, reportedAt, draw)),
    ...(spec.databases ?? drawn).map((given) =>
      typeof given === 'string' ? user(given) : { ...user(given.name), ...given },
    ),
  ]
}

function systemDatabase(name: string, level: number, reportedAt: Date, draw: Random): Database {
  return {
    ...database(name, level, draw.logarithmic(6, 400), draw),
    recovery: 'Simple',
    fullBackupAt: name === 'tempdb' ? undefined : hoursAfter(reportedAt, -draw.int(1, 30)),
    logBackupAt: undefined,
    isTrustworthy: name === 'msdb',
  }
}

function userDatabase(name: string, level: number, size: number, reportedAt: Date, draw: Random): Database {
  const recovery = draw.weighted([
    ['Full', 55],
    ['Simple', 44],
    ['Bulk-logged', 1],
  ])
  return {
    ...database(name, draw.chance(0.7) ? level : Math.max(100, level - 10 * draw.int(1, 3)), size, draw),
    recovery,
    fullBackupAt: hoursAfter(reportedAt, -draw.int(1, 60)),
    logBackupAt: recovery === 'Simple' ? undefined : hoursAfter(reportedAt, -draw.int(1, 40) / 10),
    isEncrypted: draw.chance(0.15),
    isAutoClose: draw.chance(0.04),
    isAutoShrink: draw.chance(0.06),
    isTrustworthy: draw.chance(0.02),
  }
}

type Sized = Omit<Database, 'recovery' | 'fullBackupAt' | 'logBackupAt' | 'isTrustworthy'>

function database(name: string, level: number, size: number, draw: Random): Sized {
  const sizeMB = Math.ceil(size)
  return {
    name,
    state: 'Online',
    level,
    sizeMB,
    freeMB: Math.floor(sizeMB * (0.05 + 0.3 * draw.next())),
    logMB: Math.ceil(sizeMB * (0.05 + 0.2 * draw.next())),
    createdAt: hoursAgo(draw.int(100, 1800) * 24),
    isEncrypted: false,
    isAutoClose: false,
    isAutoShrink: false,
  }
}
