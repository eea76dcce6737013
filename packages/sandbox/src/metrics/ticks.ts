import type { Window } from '@infra-analysis/core'
import type { Machine } from '../machines/machine.ts'
import { monitoring } from '../machines/monitoring.ts'
import { random } from '../random.ts'
import type { Value } from './cpu.ts'
import { firstMinute, lastMinute } from './minutes.ts'

/** The minutes of a window at which agents measure. */
export interface Grid {
  readonly minutes: readonly number[]
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
  return { minutes, window, sampling }
}

/** When something of a machine arrived, at the minutes of the grid, in milliseconds since 1970; each machine has its own second. */
export function ticks(machine: Machine, { minutes, window }: Grid): readonly number[] {
  const second = random(0, machine.vmId, 'second').int(0, 59)
  const { window: sent, silences } = monitoring(machine)
  const from = Math.max(window.from.getTime(), sent.from.getTime())
  const to = Math.min(window.to.getTime(), sent.to.getTime())
  const isSilent = (at: number): boolean => silences.some((one) => at >= one.from.getTime() && at < one.to.getTime())
  return minutes.map((minute) => (minute * 60 + second) * 1000).filter((at) => at >= from && at < to && !isSilent(at))
}

/** A metric at some moments, in milliseconds since 1970. */
export function measured(value: Value, times: readonly number[]): Float64Array {
  const values = new Float64Array(times.length)
  for (const [index, at] of times.entries()) values[index] = value(Math.floor(at / 60_000))
  return values
}
