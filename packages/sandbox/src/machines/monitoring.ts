import type { Window } from '@infra-analysis/core'
import type { EventKind } from '../events/event.ts'
import { clock, hoursAgo } from '../clock.ts'
import { random } from '../random.ts'
import { lastContact } from './agent.ts'
import type { Machine } from './machine.ts'

/** What of a machine reaches the workspace, and when. */
export interface Monitoring {
  /** Sends metrics to `InsightsMetrics`. */
  readonly insights: boolean
  /** Sends classic performance counters to `Perf`. */
  readonly counters: boolean
  /** Sends snapshots and changes of its software and services. */
  readonly inventory: boolean
  readonly window: Window
  /** Stretches inside the window in which nothing was sent. */
  readonly silences: readonly Window[]
}

/** Derives what a machine sends from its extensions and its agent: where the agent died, everything stops with it. */
export function monitoring(machine: Machine): Monitoring {
  const has = (start: string) => machine.extensions.find(({ name }) => name.startsWith(start))
  const event = (kind: EventKind) => machine.events.find((candidate) => candidate.kind === kind)
  const agent = has('AzureMonitor')
  const isClassic = event('classic-counters') !== undefined
  const draw = random(0, machine.vmId, 'monitoring')
  const diedAt = agent?.state === 'Failed' ? hoursAgo(draw.int(50, 160)) : clock
  const until = new Date(Math.min(diedAt.getTime(), lastContact(machine.agent).getTime()))
  const silence = event('silence')
  return {
    insights: agent !== undefined && !isClassic,
    counters: agent !== undefined && (isClassic || (machine.role === 'sql' && draw.chance(0.2))),
    inventory: agent !== undefined && has('ChangeTracking')?.state === 'Succeeded',
    window: { from: event('short-history')?.from ?? machine.createdAt, to: until },
    silences: silence ? [silence] : [],
  }
}

/** Whether something that a machine sent at a moment arrived. */
export const arrives = ({ window, silences }: Monitoring, at: Date): boolean =>
  isWithin(window, at) && !silences.some((silence) => isWithin(silence, at))

/** Whether a moment lies in a half-open stretch of time. */
export const isWithin = ({ from, to }: Window, at: Date): boolean => at >= from && at < to
