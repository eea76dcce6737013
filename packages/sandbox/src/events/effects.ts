import { clock, hoursAfter, hoursAgo } from '../clock.ts'
import type { Machine } from '../machines/machine.ts'
import { mountOf } from '../machines/hardware.ts'
import type { Random } from '../random.ts'
import type { Event, EventKind } from './event.ts'

type Made = Pick<Event, 'kind' | 'from'> & Partial<Event>

const event = (made: Made): Event => ({ to: clock, instance: '', size: 0, ...made })

/** What happened, as events of one machine; the times are drawn. */
export type Effect = (machine: Machine, draw: Random) => readonly Event[]

const always = hoursAgo(24 * 365)
const lastMount = ({ disks }: Machine): string => mountOf(disks.at(-1))

/** The effects by name. A few hours before a processor is overloaded, what it runs was upgraded. */
export const effects: Readonly<Record<Exclude<EventKind, 'upgrade'>, Effect>> = {
  'cpu-plateau': (_, draw) => {
    const from = hoursAgo(draw.int(7, 18))
    const upgradedAt = hoursAfter(from, -draw.int(25, 48) / 10)
    return [
      event({ kind: 'upgrade', from: upgradedAt, to: hoursAfter(upgradedAt, 0.25) }),
      event({ kind: 'cpu-plateau', from, to: hoursAfter(from, 5), metric: 'cpuUsedPercent', size: 45 }),
    ]
  },
  'memory-leak': (_, draw) => {
    const to = hoursAgo(draw.int(5, 13))
    return [event({ kind: 'memory-leak', from: hoursAfter(to, -30), to, metric: 'memoryUsedPercent', size: 24 })]
  },
  'disk-filling': (machine, draw) => [
    event({
      kind: 'disk-filling',
      from: hoursAgo(draw.int(8, 17)),
      metric: 'diskUsedPercent',
      instance: lastMount(machine),
      size: 12,
    }),
  ],
  'disk-full': (machine) => [
    event({ kind: 'disk-full', from: always, metric: 'diskUsedPercent', instance: lastMount(machine), size: 95 }),
  ],
  'disk-empty': (machine) => [
    event({ kind: 'disk-empty', from: always, metric: 'diskUsedPercent', instance: lastMount(machine), size: 10 }),
  ],
  resize: (_, draw) => [
    event({
      kind: 'resize',
      from: hoursAgo(24 * draw.int(8, 13) + draw.int(0, 12)),
      metric: 'cpuUsedPercent',
      size: 0.5,
    }),
  ],
  silence: (_, draw) => {
    const from = hoursAgo(24 * draw.int(5, 12) + draw.int(0, 23))
    return [event({ kind: 'silence', from, to: hoursAfter(from, 72) })]
  },
  'short-history': () => [event({ kind: 'short-history', from: hoursAgo(40) })],
  'classic-counters': () => [event({ kind: 'classic-counters', from: always })],
  'assessment-worse': (machine) => [
    event({
      kind: 'assessment-worse',
      from: hoursAgo(24 * 7),
      instance: machine.sql.find(({ assessed }) => assessed)?.name ?? '',
      size: 7,
    }),
  ],
}
