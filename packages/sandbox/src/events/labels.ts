import { hoursAgo } from '../clock.ts'
import type { Machine } from '../machines/machine.ts'
import type { Event, EventKind } from './event.ts'

/** An event with its machine, and what an analysis should make of it. */
export interface Label extends Event {
  /** The lower-cased ARM id. */
  readonly machineId: string
  /** The ARM name. */
  readonly machine: string
  /** What `anomalies` should report of the last day; an anomaly may breach a limit as well. */
  readonly reported: 'anomaly' | 'breach' | 'skipped' | 'nothing'
}

const reported: Readonly<Partial<Record<EventKind, Label['reported']>>> = {
  'cpu-plateau': 'anomaly',
  'memory-leak': 'anomaly',
  'disk-filling': 'anomaly',
  'disk-full': 'breach',
  'short-history': 'skipped',
}

/** What is hidden in the logs of these machines. */
export const labelsOf = (machines: readonly Machine[]): readonly Label[] =>
  machines.flatMap((machine) =>
    machine.events.map((event) => ({
      ...event,
      machineId: machine.id.toLowerCase(),
      machine: machine.name,
      reported: (event.to > hoursAgo(24) && reported[event.kind]) || 'nothing',
    })),
  )
