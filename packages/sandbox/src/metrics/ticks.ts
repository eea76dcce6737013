import type { Window } from '@infra-analysis/core'
import type { Machine } from '../machines/machine.ts'
import { isWithin, monitoring } from '../machines/monitoring.ts'
import { random } from '../random.ts'
import { firstMinute, lastMinute } from './minutes.ts'

/** A moment at which a machine measures. */
export interface Tick {
  readonly minute: number
  /** ISO 8601 with a 7-digit fraction. */
  readonly time: string
}

/** The minutes of a window at which agents measure, as text up to the seconds. */
export interface Grid {
  readonly minutes: readonly number[]
  readonly texts: readonly string[]
  readonly window: Window
  /** Minutes between two measurements. */
  readonly sampling: number
}

/** The grid of a window; agents measure at the end of every so many minutes. */
export function grid(window: Window, sampling: number): Grid {
  const from = Math.max(firstMinute, Math.floor(window.from.getTime() / 60_000))
  const to = Math.min(lastMinute, Math.ceil(window.to.getTime() / 60_000))
  const minutes: number[] = []
  const first = Math.ceil((from + 1) / sampling) * sampling - 1
  for (let minute = first; minute < to; minute += sampling) minutes.push(minute)
  return {
    minutes,
    texts: minutes.map((minute) => new Date(minute * 60_000).toISOString().slice(0, 17)),
    window,
    sampling,
  }
}

/** The moments of the grid at which something of a machine arrived; each machine has its own second. */
export function* ticks(machine: Machine, { minutes, texts, window }: Grid): Iterable<Tick> {
  const second = random(0, machine.vmId, 'second').int(0, 59)
  const rest = `${String(second).padStart(2, '0')}.0000000Z`
  const { window: sent, silences } = monitoring(machine)
  const from = Math.max(window.from.getTime(), sent.from.getTime())
  const to = Math.min(window.to.getTime(), sent.to.getTime())
  for (const [index, minute] of minutes.entries()) {
    const at = (minute * 60 + second) * 1000
    if (at < from || at >= to || silences.some((silence) => isWithin(silence, new Date(at)))) continue
    yield { minute, time: `${texts[index]}${rest}` }
  }
}
