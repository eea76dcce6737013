import type { Machine } from '../machines/machine.ts'
import { random } from '../random.ts'
import { minuteOf, nightlyBackup, officeHours } from './minutes.ts'
import { noise, streamOf } from './noise.ts'

/** A metric of a machine at a minute. */
export type Value = (minute: number) => number

/** A mean over many minutes looks at every fifth. */
const stride = 5

/**
 * Percent of processor time in use, as a counter says it: the mean of so many minutes up to the one asked. In a minute it is a base,
 * more in office hours, a spike at night, and what happened.
 */
export function cpu({ vmId, site, events }: Machine, minutes: number): Value {
  const draw = random(0, vmId, 'cpu')
  const base = draw.int(50, 300) / 10
  const bump = draw.int(5, 35)
  const spike = draw.int(5, 25)
  const stream = streamOf(`${vmId}/cpu`)
  const offset = site.utcOffset * 60
  const event = events.find(({ metric }) => metric === 'cpuUsedPercent')
  const from = event ? minuteOf(event.from) : 0
  const to = event ? minuteOf(event.to) : 0
  const plateau = event?.kind === 'cpu-plateau' ? event.size : 0
  // Before it got more processors, the same work took more of each.
  const share = event?.kind === 'resize' ? event.size : 1
  const points = Math.ceil(minutes / stride)
  // The mean of a few minutes varies as little as that of them all.
  const spread = 4 * Math.sqrt(points / minutes)
  return (last) => {
    let sum = 0
    for (let minute = last; minute > last - minutes; minute -= stride) {
      const local = minute + offset
      const usual = base + bump * officeHours(local) + spike * nightlyBackup(local)
      const scaled = share < 1 && minute < from ? Math.min(88, usual / share) : usual
      const extra = minute >= from && minute < to ? plateau : 0
      sum += Math.min(100, Math.max(0.3, scaled + extra + spread * noise(stream, minute)))
    }
    return sum / points
  }
}
