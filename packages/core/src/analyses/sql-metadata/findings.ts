import type { Finding } from '../../answer.ts'
import { sqlNameOf } from '../../sql-name.ts'
import { counted, dateOf } from '../../wording.ts'
import { stateOf } from './coverage.ts'
import type { Instance } from './row.ts'

type Found = Pick<Finding, 'code' | 'severity' | 'message'>

/** Data limit of one Express database. */
const expressLimitMB = 10 * 1024

/** What deserves attention about the instances. */
export const findingsAbout = (instances: readonly Instance[], asOf: Date): readonly Finding[] =>
  instances.flatMap((instance) =>
    [...lifecycle(instance), ...backups(instance), ...databases(instance), ...operation(instance, asOf)].map(
      (found) => ({
        ...found,
        resourceId: instance.instanceId,
        subject: sqlNameOf(instance.host, instance.instance),
      }),
    ),
  )

function* lifecycle({ support, supportEndsOn, version, edition }: Instance): Iterable<Found> {
  const what = `${version} ${edition}`.trim()
  if (support === 'Ended') {
    yield {
      code: 'sql-unsupported',
      severity: 'high',
      message: `${what} gets no security updates any more (support ended ${supportEndsOn})`,
    }
  } else if (support === 'EsuOnly') {
    yield {
      code: 'sql-esu-only',
      severity: 'high',
      message: `${what} gets security updates only with an ESU licence (support ended ${supportEndsOn})`,
    }
  } else if (support === 'EndsSoon') {
    yield { code: 'sql-support-ends', severity: 'medium', message: `Support of ${what} ends ${supportEndsOn}` }
  }
}

function* backups({ withoutFullBackup, fullRecoveryWithoutLogBackup }: Instance): Iterable<Found> {
  if (withoutFullBackup) {
    yield {
      code: 'no-full-backup',
      severity: 'high',
      message: `${counted(withoutFullBackup, 'database')} without a recent full backup`,
    }
  }
  if (fullRecoveryWithoutLogBackup) {
    yield {
      code: 'no-log-backup',
      severity: 'high',
      message: `${counted(fullRecoveryWithoutLogBackup, 'database')} in full recovery without a recent log backup: the log grows`,
    }
  }
}

function* databases(instance: Instance): Iterable<Found> {
  const { notOnline, autoShrinkOn, autoCloseOn, trustworthyOn, edition, largestDatabaseMB } = instance
  if (notOnline) yield { code: 'not-online', severity: 'high', message: `${counted(notOnline, 'database')} not online` }
  if (edition === 'Express' && (largestDatabaseMB ?? 0) > 0.9 * expressLimitMB) {
    const share = Math.round((100 * (largestDatabaseMB ?? 0)) / expressLimitMB)
    yield {
      code: 'express-limit',
      severity: 'high',
      message: `A database has reached ${share} % of the 10 GB limit of Express`,
    }
  }
  if (trustworthyOn)
    yield { code: 'trustworthy', severity: 'medium', message: `${counted(trustworthyOn, 'database')} set trustworthy` }
  if (autoShrinkOn)
    yield { code: 'auto-shrink', severity: 'low', message: `Auto-shrink on in ${counted(autoShrinkOn, 'database')}` }
  if (autoCloseOn)
    yield { code: 'auto-close', severity: 'low', message: `Auto-close on in ${counted(autoCloseOn, 'database')}` }
  if (isCompatibilityOld(instance)) {
    yield {
      code: 'old-compatibility',
      severity: 'low',
      message: `A database runs at compatibility level ${instance.lowestCompatibility}`,
    }
  }
}

/** Two or more versions behind: levels go up by ten with each version. */
function isCompatibilityOld({ version, lowestCompatibility }: Instance): boolean {
  const own = nativeLevel[/20\d\d/.exec(version)?.[0] ?? '']
  return own !== undefined && lowestCompatibility !== null && own - lowestCompatibility >= 20
}

const nativeLevel: Readonly<Record<string, number>> = {
  2012: 110,
  2014: 120,
  2016: 130,
  2017: 140,
  2019: 150,
  2022: 160,
  2025: 170,
}

function* operation(instance: Instance, asOf: Date): Iterable<Found> {
  const state = stateOf(instance, asOf)
  const since = instance.inventoryUploadedAt ? `since ${dateOf(instance.inventoryUploadedAt)}` : 'ever'
  if (state === 'Disconnected')
    yield { code: 'sql-disconnected', severity: 'high', message: `Disconnected; nothing reported ${since}` }
  if (state === 'Stale') yield { code: 'inventory-stale', severity: 'medium', message: `Nothing reported ${since}` }
  if (instance.defenderStatus === 'Unprotected')
    yield { code: 'defender-off', severity: 'medium', message: 'Not protected by Defender for SQL' }
}
