import { clock, hoursAfter, hoursAgo } from '../clock.ts'
import type { Installed, Span } from './installed.ts'

/** A change of software as it is recorded. */
export interface Change {
  readonly at: Date
  readonly category: 'Added' | 'Removed' | 'Modified'
  /** Empty where there was none. */
  readonly previous: string
  readonly current: string
}

const kept = hoursAgo(24 * 30)

/** The recorded changes of one product in thirty days, in the order of time. */
export const changesOf = (installed: Installed): readonly Change[] =>
  installed.spans
    .flatMap((span, index) => changesAround(span, installed.spans[index + 1], installed.spans[index - 1], installed))
    .filter(({ at }) => at >= kept && at < clock)

function changesAround(
  span: Span,
  next: Span | undefined,
  before: Span | undefined,
  { upgrade }: Installed,
): readonly Change[] {
  const added: Change = { at: span.from, category: 'Added', previous: '', current: span.version }
  const removed: Change = { at: span.to, category: 'Removed', previous: span.version, current: '' }
  const isReplaced = next?.from.getTime() === span.to.getTime()
  const replaces = before?.to.getTime() === span.from.getTime()
  if (isReplaced && upgrade === 'modified')
    return [
      ...(replaces ? [] : [added]),
      { at: span.to, category: 'Modified', previous: span.version, current: next.version },
    ]
  if (replaces) return upgrade === 'modified' ? [removed] : [{ ...added, at: hoursAfter(span.from, 0.07) }, removed]
  return [added, removed]
}
