/** The moment at which the sandbox stands still: a Friday morning, ten days after Patch Tuesday. */
export const clock: Date = new Date('2026-11-20T09:00:00Z')

const hour = 3_600_000

/** So many hours before the clock. */
export const hoursAgo = (hours: number): Date => new Date(clock.getTime() - hours * hour)

/** So many hours after a moment. */
export const hoursAfter = (at: Date, hours: number): Date => new Date(at.getTime() + hours * hour)

/** How old a moment is, in days. */
export const ageDays = (at: Date): number => (clock.getTime() - at.getTime()) / (24 * hour)

/** ISO 8601 in UTC with a 7-digit fraction, as Azure writes it. */
export const stamp = (at: Date): string => `${at.toISOString().slice(0, -1)}0000Z`

/** The last Sundays before the clock, oldest first, from their midnight at places so many hours ahead of UTC in winter. */
export function sundays(count: number, utcOffset: number): readonly Date[] {
  const newest = Date.parse('2026-11-15T00:00:00Z')
  return Array.from({ length: count }, (_, index) => {
    const midnight = new Date(newest - (count - 1 - index) * 7 * 24 * hour)
    return hoursAfter(midnight, -(utcOffset + (midnight <= endOfSummerTime ? 1 : 0)))
  })
}

const endOfSummerTime = new Date('2026-10-25T01:00:00Z')
