import type { Machine } from '../machines/machine.ts'
import { random } from '../random.ts'
import type { Value } from './cpu.ts'
import { firstMinute, minuteOf, officeHours } from './minutes.ts'
import { noise, streamOf } from './noise.ts'

const perDay = 1 / (24 * 60)

/** Percent of memory in use: it creeps up until the next restart, and a leak lets it run. */
export function memory(machine: Machine): Value {
  const { vmId, site } = machine
  const draw = random(0, vmId, 'memory')
  const base = draw.int(450, 680) / 10
  const growth = (draw.int(0, 25) / 100) * perDay
  const stream = streamOf(`${vmId}/memory`)
  const offset = site.utcOffset * 60
  const leak = machine.events.find(({ kind }) => kind === 'memory-leak')
  const from = leak ? minuteOf(leak.from) : 0
  const to = leak ? minuteOf(leak.to) : 0
  const perMinute = leak ? leak.size / (to - from) : 0
  const boots = restarts(machine)
  return (minute) => {
    const leaked = minute >= from && minute < to ? perMinute * (minute - from) : 0
    const crept = growth * (minute - lastOf(boots, minute))
    return Math.min(99, base + crept + leaked + 3 * officeHours(minute + offset) + 0.5 * noise(stream, minute))
  }
}

/** The minutes in which the machine started, oldest first. */
function restarts({ patching, events }: Machine): readonly number[] {
  const patched = patching.runs
    .filter(({ rebootStatus }) => rebootStatus === 'Completed')
    .map(({ finishedAt }) => minuteOf(finishedAt))
  const leaked = events.filter(({ kind }) => kind === 'memory-leak').map(({ to }) => minuteOf(to))
  return [firstMinute - 7 * 24 * 60, ...patched, ...leaked].toSorted((a, b) => a - b)
}

function lastOf(boots: readonly number[], minute: number): number {
  let found = boots[0] ?? minute
  for (const boot of boots) if (boot <= minute) found = boot
  return found
}
