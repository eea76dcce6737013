import type { Finding } from '../../answer.ts'
import { dateOf } from '../../wording.ts'
import type { Change } from './row.ts'

type Found = Pick<Finding, 'code' | 'severity' | 'message'>

/** Changes that somebody should have meant: protection that went, and versions that went back. */
export const findingsAbout = (changes: readonly Change[]): readonly Finding[] =>
  changes.flatMap((change) =>
    [...protection(change), ...direction(change)].map((found) => ({
      ...found,
      resourceId: change.machineId,
      subject: change.machine,
    })),
  )

/** Software that protects or manages a machine. */
const guard =
  /defender|endpoint (protection|security)|anti-?virus|crowdstrike|sentinel ?(one|agent)|carbon black|cortex xdr|sophos|trellix|connected machine agent|azure ?monitor ?agent/i

function* protection({ change, software, changedAt }: Change): Iterable<Found> {
  if (change === 'Removed' && guard.test(software)) {
    yield {
      code: 'protection-removed',
      severity: 'high',
      message: `${software} was removed on ${dateOf(changedAt ?? '')}`,
    }
  }
}

function* direction({ change, software, previousVersion, currentVersion, changedAt }: Change): Iterable<Found> {
  if (change === 'Upgraded' && isOlder(currentVersion, previousVersion)) {
    yield {
      code: 'downgraded',
      severity: 'medium',
      message: `${software} went back from ${previousVersion} to ${currentVersion} on ${dateOf(changedAt ?? '')}`,
    }
  }
}

const isOlder = (version: string, other: string): boolean => version.localeCompare(other, 'en', { numeric: true }) < 0
