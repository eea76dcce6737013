/** One tick is 100 nanoseconds; datetimes are ticks since 2020-01-01, timespans are ticks. */
export const MICROSECOND = 10
export const MILLISECOND = 10_000
export const SECOND = 10_000_000
export const MINUTE: number = 60 * SECOND
export const HOUR: number = 60 * MINUTE
export const DAY: number = 24 * HOUR

/** The largest whole multiple of `size` that is not above `value`. */
export const floorTo = (value: number, size: number): number => {
  const rest = value % size
  return rest < 0 ? value - rest - size : value - rest
}
