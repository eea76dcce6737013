import { subscriptions } from '../estate.ts'
import { isPresent } from '../machines/agent.ts'
import type { Machine } from '../machines/machine.ts'
import { random } from '../random.ts'
import type { Role } from '../roster/entry.ts'
import { effects } from './effects.ts'
import type { EventKind } from './event.ts'
import { leaveTraces } from './traces.ts'

interface Placement {
  readonly kind: Exclude<EventKind, 'upgrade'>
  /** Where it happens in the default fleet; elsewhere for any other seed. */
  readonly home: string
  readonly fits: (machine: Machine) => boolean
}

const hasRole =
  (...roles: readonly Role[]) =>
  ({ role }: Machine): boolean =>
    roles.includes(role)
const runsEngine = ({ sql }: Machine): boolean => sql.some(({ serviceType }) => serviceType === 'Engine')
const hasDataDisk = ({ disks }: Machine): boolean => disks.length > 1
const anyone = (): boolean => true

const placements: readonly Placement[] = [
  { kind: 'cpu-plateau', home: 'UTR-SQLERP01', fits: runsEngine },
  { kind: 'assessment-worse', home: 'GDN-SQL01', fits: ({ sql }) => sql.some(({ assessed }) => assessed) },
  { kind: 'memory-leak', home: 'UTR-WEB01', fits: hasRole('web', 'app') },
  { kind: 'disk-filling', home: 'OPO-HIST01', fits: hasDataDisk },
  { kind: 'disk-full', home: 'OPO-FS01', fits: hasDataDisk },
  { kind: 'disk-empty', home: 'weu-etl01', fits: (machine) => hasDataDisk(machine) && !runsEngine(machine) },
  { kind: 'silence', home: 'OPO-WSUS01', fits: anyone },
  { kind: 'resize', home: 'weu-sql02', fits: anyone },
  { kind: 'short-history', home: 'UTR-WEB02', fits: anyone },
  { kind: 'classic-counters', home: 'UTR-DC02', fits: anyone },
]

/** A machine whose metrics arrive under its own id, so that whatever happens to it can be found. */
const isWatched = ({ agent, extensions, subscriptionId, quirks, sql, name }: Machine): boolean =>
  isPresent(agent) &&
  subscriptionId !== subscriptions.treasury.id &&
  !quirks.withoutResourceId &&
  name !== 'utr-mon01' &&
  sql.every(({ status }) => status === 'Connected') &&
  extensions.some((extension) => extension.name.startsWith('AzureMonitor') && extension.state === 'Succeeded') &&
  extensions.some((extension) => extension.name.startsWith('ChangeTracking') && extension.state === 'Succeeded')

/** The machines with what happened to them; no machine has two stories. */
export function withEvents(machines: readonly Machine[], seed: number): readonly Machine[] {
  const told = [...machines]
  const taken = new Set<Machine>()
  for (const { kind, home, fits } of placements) {
    const draw = random(seed, 'event', kind)
    const free = machines.slice(0, 60).filter((machine) => isWatched(machine) && fits(machine) && !taken.has(machine))
    const chosen = (seed === 1 && free.find(({ name }) => name === home)) || (free.length > 0 && draw.pick(free))
    if (!chosen) continue
    taken.add(chosen)
    told[machines.indexOf(chosen)] = leaveTraces({ ...chosen, events: effects[kind](chosen, draw) })
  }
  return told
}
