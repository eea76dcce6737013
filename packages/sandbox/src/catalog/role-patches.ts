import type { Role } from '../roster/entry.ts'
import type { Os } from './os.ts'
import type { Patch } from './patch.ts'
import { november, october } from './patch-tuesdays.ts'
import type { SqlVersion } from './sql-builds.ts'
import { windowsPatch } from './windows-patch.ts'

/** The updates that only some Windows servers are offered, for what they do. */
export function rolePatches(role: Role, os: Os, engines: readonly SqlVersion[]): readonly Patch[] {
  const isOld = os.release.endsWith('2012 R2')
  return [
    ...(role === 'dc' && !isOld ? [domainControllerFix(os)] : []),
    ...((role === 'web' || role === 'app') && !isOld ? [runtime] : []),
    ...engines.flatMap((version) => sqlPatches[version] ?? []),
  ]
}

/** The last service pack of SQL Server 2016, which nobody should lack any more. */
export const sqlServicePack: Patch = windowsPatch('sql-service-pack', 'SQL Server 2016 Service Pack 3', 5003279, {
  classification: 'ServicePack',
  publishedAt: new Date('2021-09-15T17:00:00Z'),
})

const runtime: Patch = windowsPatch(
  'runtime',
  '2026-11 .NET 10.0.10 Security Update for x64 Server',
  november.kb + 70,
  {
    severity: 'Important',
    publishedAt: november.publishedAt,
  },
)

/** The out-of-band fix for domain controllers of 17 November 2026. */
const domainControllerFix = (os: Os): Patch =>
  windowsPatch('out-of-band', `2026-11 Update for ${os.release} for x64-based Systems`, november.kb + 90, {
    classification: 'Updates',
    publishedAt: new Date('2026-11-17T18:00:00Z'),
  })

const sqlPatch = (version: SqlVersion, kb: number): Patch =>
  windowsPatch(`sql-${version}`, `Security Update for ${version} (x64)`, kb, {
    severity: 'Important',
    publishedAt: october.publishedAt,
  })

/** Releases out of support have none. */
const sqlPatches: Partial<Record<SqlVersion, Patch>> = {
  'SQL Server 2017': sqlPatch('SQL Server 2017', october.kb + 61),
  'SQL Server 2019': sqlPatch('SQL Server 2019', october.kb + 62),
  'SQL Server 2022': sqlPatch('SQL Server 2022', october.kb + 63),
  'SQL Server 2025': sqlPatch('SQL Server 2025', october.kb + 64),
}
