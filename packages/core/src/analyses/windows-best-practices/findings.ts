import type { Finding } from '../../answer.ts'
import { counted, enumerated, verb } from '../../wording.ts'
import { type Covered, entryOf } from './coverage.ts'
import type { Recommendation } from './row.ts'

type About = Pick<Finding, 'code' | 'severity' | 'message'>

/** What deserves attention about the servers. */
export function findingsAbout(rows: readonly Recommendation[], servers: readonly Covered[]): readonly Finding[] {
  const failed = byMachine(rows.filter(isOpen))
  return servers.flatMap((server) =>
    [...recommendations(failed.get(server.machineId) ?? []), ...assessment(server)].map((about) => ({
      ...about,
      resourceId: server.machineId,
      subject: server.name,
    })),
  )
}

/** Whether a row tells that something is wrong now: what the newest run no longer mentions, nobody knows. */
export const isOpen = ({ result, isCurrent }: Recommendation): boolean => result === 'Failed' && isCurrent === true

function byMachine(rows: readonly Recommendation[]): ReadonlyMap<string, readonly Recommendation[]> {
  const groups = new Map<string, Recommendation[]>()
  for (const row of rows) {
    const group = groups.get(row.machineId)
    if (group) group.push(row)
    else groups.set(row.machineId, [row])
  }
  return groups
}

function* recommendations(rows: readonly Recommendation[]): Iterable<About> {
  const prerequisites = rows.filter(({ isPrerequisite }) => isPrerequisite)
  const own = rows.filter(({ isPrerequisite }) => !isPrerequisite)
  const high = own.filter(({ priority }) => priority === 'High')
  const others = own.length - high.length
  if (prerequisites.length > 0) {
    yield {
      code: 'prerequisites-fail',
      severity: 'high',
      message: `The assessment cannot collect everything: ${titlesOf(prerequisites)}`,
    }
  }
  if (high.length > 0) {
    yield {
      code: 'high-priority',
      severity: 'high',
      message: `${counted(high.length, 'recommendation')} of high priority ${verb(high.length, 'is', 'are')} not followed: ${titlesOf(high)}`,
    }
  }
  if (others > 0) {
    yield {
      code: 'low-priority',
      severity: 'low',
      message: `${counted(others, 'recommendation')} of lower priority ${verb(others, 'is', 'are')} not followed`,
    }
  }
}

/** Three recommendations at most, each once; rows come by score. */
function titlesOf(rows: readonly Recommendation[]): string {
  const titles = [...new Set(rows.map((row) => row.recommendation))]
  const shown = titles.length > 3 ? [...titles.slice(0, 3), `${titles.length - 3} more`] : titles
  return enumerated(shown)
}

/** A server where the assessment was never set up is a gap of the coverage, and nothing to act on by itself. */
function* assessment(server: Covered): Iterable<About> {
  if (server.state === 'Stale') yield { code: 'assessment-stale', severity: 'medium', message: entryOf(server).reason }
  if (server.state === 'AgentGone' && server.server)
    yield { code: 'agent-gone', severity: 'medium', message: entryOf(server).reason }
}
