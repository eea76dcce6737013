/** What can happen to a machine that its logs show. */
export type EventKind =
  | 'upgrade'
  | 'cpu-plateau'
  | 'memory-leak'
  | 'disk-filling'
  | 'disk-full'
  | 'disk-empty'
  | 'resize'
  | 'silence'
  | 'short-history'
  | 'classic-counters'
  | 'assessment-worse'

/** The metrics in which an event shows, all of them in percent used. */
export type Metric = 'cpuUsedPercent' | 'memoryUsedPercent' | 'diskUsedPercent'

/** Something that happened to a machine: the tables derive from it, and the labels name it. */
export interface Event {
  readonly kind: EventKind
  readonly from: Date
  /** The clock for what still lasts. */
  readonly to: Date
  /** Undefined where no metric shows it. */
  readonly metric?: Metric
  /** A mount for disks, an instance of SQL Server for assessments; empty otherwise. */
  readonly instance: string
  /** Percentage points, or percent for a disk that is always so full. */
  readonly size: number
}
