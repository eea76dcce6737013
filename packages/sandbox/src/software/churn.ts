import { hoursAfter, hoursAgo } from '../clock.ts'
import type { Machine } from '../machines/machine.ts'
import type { Random } from '../random.ts'
import { always, ever, never, previousOf, upgraded, type Span } from './installed.ts'

/** What becomes of a product in thirty days: mostly nothing, else it is upgraded, added or removed once. */
export function history(version: string, share: number, draw: Random): readonly Span[] {
  const changes = draw.chance(share)
  const at = hoursAgo(draw.int(1, 7190) / 10)
  const kind = draw.weighted([
    ['upgraded', 60],
    ['added', 25],
    ['removed', 15],
  ])
  if (!changes) return always(version)
  if (kind === 'upgraded') return upgraded(previousOf(version), version, at)
  return [kind === 'added' ? { version, from: at, to: never } : { version, from: ever, to: at }]
}

/** Moments of the maintenance windows of the last thirty days, when more than updates is renewed. */
export const maintenanceTimes = ({ patching }: Machine): readonly Date[] =>
  patching.runs.filter(({ status }) => status !== 'InProgress').map(({ finishedAt }) => hoursAfter(finishedAt, -0.1))
