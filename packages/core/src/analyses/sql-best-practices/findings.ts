import type { Finding as Found } from '../../answer.ts'
import { sqlNameOf } from '../../sql-name.ts'
import { counted, enumerated, verb } from '../../wording.ts'
import { entryOf, type Instance } from './coverage.ts'
import type { Finding } from './row.ts'

type About = Pick<Found, 'code' | 'severity' | 'message'>

/** What deserves attention about the instances. */
export function findingsAbout(rows: readonly Finding[], instances: readonly Instance[]): readonly Found[] {
  const open = byInstance(rows.filter(({ status }) => status !== 'Resolved'))
  return instances.flatMap((instance) =>
    [...rules(open.get(keyOf(instance)) ?? []), ...assessment(instance)].map((about) => ({
      ...about,
      resourceId: instance.machineId,
      subject: instance.name,
    })),
  )
}

function byInstance(rows: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>()
  for (const row of rows) {
    const key = keyOf({ machineId: row.machineId, name: sqlNameOf(row.machine, row.instance) })
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

const keyOf = ({ machineId, name }: Pick<Instance, 'machineId' | 'name'>): string =>
  `${machineId}|${name.toLowerCase()}`

function* rules(rows: readonly Finding[]): Iterable<About> {
  const high = rows.filter(({ severity }) => severity === 'High')
  const fresh = high.filter(({ status }) => status === 'New')
  if (high.length > 0) {
    const news = fresh.length > 0 ? `, ${fresh.length} of them new since the run before` : ''
    yield {
      code: 'sql-high',
      severity: 'high',
      message: `${counted(high.length, 'finding')} of high severity${news}: ${titlesOf([...fresh, ...high])}`,
    }
  }
  const medium = rows.filter(({ severity, status }) => severity === 'Medium' && status === 'New')
  if (medium.length > 0) {
    yield {
      code: 'sql-medium-new',
      severity: 'medium',
      message: `${counted(medium.length, 'finding')} of medium severity ${verb(medium.length, 'is', 'are')} new since the run before: ${titlesOf(medium)}`,
    }
  }
}

/** Three rules at most, each once. */
function titlesOf(rows: readonly Finding[]): string {
  const titles = [...new Set(rows.map(({ title }) => title))]
  const shown = titles.length > 3 ? [...titles.slice(0, 3), `${titles.length - 3} more`] : titles
  return enumerated(shown)
}

function* assessment(instance: Instance): Iterable<About> {
  const { run, state } = instance
  const message = entryOf(instance).reason
  if (state === 'NotAssessed') yield { code: 'not-assessed', severity: 'medium', message }
  if (state === 'Stale') yield { code: 'assessment-stale', severity: 'medium', message }
  if (state === 'AgentGone') yield { code: 'agent-gone', severity: 'medium', message }
  if (state === 'Disabled') yield { code: 'assessment-off', severity: 'low', message }
  if (run?.unreadable) {
    yield {
      code: 'unreadable-lines',
      severity: 'low',
      message: `${counted(run.unreadable, 'line')} of the newest run cannot be read: a finding may be absent, or look resolved`,
    }
  }
}
