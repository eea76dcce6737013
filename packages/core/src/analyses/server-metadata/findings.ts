import type { Finding } from '../../answer.ts'
import { daysBetween } from '../../time.ts'
import { counted, dateOf, enumerated } from '../../wording.ts'
import type { Server } from './row.ts'

type Found = Pick<Finding, 'code' | 'severity' | 'message'>

/** What deserves attention about the servers. */
export function findingsAbout(servers: readonly Server[], asOf: Date): readonly Finding[] {
  const newest = Math.max(0, ...servers.map(agentRelease))
  return servers.flatMap((server) =>
    [...agent(server, asOf, newest), ...operatingSystem(server), ...state(server)].map((found) => ({
      ...found,
      resourceId: server.machineId,
      subject: server.name,
    })),
  )
}

function* agent(server: Server, asOf: Date, newest: number): Iterable<Found> {
  if (server.machineKind !== 'arc') return
  const days = daysBetween(server.statusChangedAt, asOf)
  const since = server.statusChangedAt ? ` since ${dateOf(server.statusChangedAt)}` : ''
  if (server.agentStatus === 'Expired') {
    yield {
      code: 'agent-expired',
      severity: 'high',
      message: `Arc agent expired${since}: it has to be onboarded again`,
    }
  } else if (server.agentStatus === 'Error') {
    yield { code: 'agent-error', severity: 'high', message: `Arc agent in error${since}` }
  } else if (server.agentStatus === 'Disconnected') {
    yield {
      code: 'agent-disconnected',
      severity: (days ?? 0) > 7 ? 'high' : 'medium',
      message: `Arc agent disconnected${since}`,
    }
  }
  if (server.statusReason === 'Cloned') {
    yield {
      code: 'agent-cloned',
      severity: 'high',
      message: 'Shares its Arc identity with a clone: facts of two machines are mixed',
    }
  }
  const behind = server.agentVersion ? newest - agentRelease(server) : 0
  if (behind >= 6) {
    const severity = behind >= 12 ? 'medium' : 'low'
    yield {
      code: 'agent-old',
      severity,
      message: `Arc agent ${server.agentVersion} is ${behind} monthly releases behind the newest here`,
    }
  }
}

/** The minor version: the agent gets one each month. */
const agentRelease = ({ agentVersion }: Server): number => Number(/^1\.(\d+)\./.exec(agentVersion)?.[1] ?? 0)

function* operatingSystem({ support, supportEndsOn, osName, esuLicense }: Server): Iterable<Found> {
  if (support === 'Ended') {
    yield {
      code: 'os-unsupported',
      severity: 'high',
      message: `${osName} gets no security updates any more (support ended ${supportEndsOn})`,
    }
  } else if (support === 'EsuOnly' && esuLicense !== 'Assigned') {
    yield {
      code: 'os-without-esu',
      severity: 'high',
      message: `${osName} gets updates only with an ESU licence, and has none (support ended ${supportEndsOn})`,
    }
  } else if (support === 'EndsSoon') {
    yield { code: 'os-support-ends', severity: 'medium', message: `Support of ${osName} ends ${supportEndsOn}` }
  }
}

function* state({ disks, failedExtensions, licenseStatus }: Server): Iterable<Found> {
  const full = disks.filter(({ usedPercent }) => (usedPercent ?? 0) >= 90)
  if (full.length > 0) {
    const severity = full.some(({ usedPercent }) => (usedPercent ?? 0) >= 95) ? 'high' : 'medium'
    yield {
      code: 'disk-full',
      severity,
      message: `Nearly full: ${enumerated(full.map(({ path, usedPercent }) => `${path} ${usedPercent} %`))}`,
    }
  }
  if (failedExtensions.length > 0) {
    yield {
      code: 'extension-failed',
      severity: 'medium',
      message: `${counted(failedExtensions.length, 'extension')} failed: ${enumerated(failedExtensions)}`,
    }
  }
  if (licenseStatus !== '' && licenseStatus !== 'Licensed') {
    yield { code: 'windows-not-licensed', severity: 'low', message: `Windows licence status: ${licenseStatus}` }
  }
}
