/** What Durable Functions keeps of a run, as JSON. */
export interface HistoryEvent {
  readonly EventType: number
  readonly EventId: number
  readonly IsPlayed: boolean
  readonly Timestamp: string
  readonly [member: string]: unknown
}

const types = {
  ExecutionStarted: 0,
  TaskScheduled: 4,
  TaskCompleted: 5,
  TaskFailed: 6,
  TimerCreated: 10,
  TimerFired: 11,
  OrchestratorStarted: 12,
  OrchestratorCompleted: 13,
} as const

/** An event of the history. */
export const eventOf = (
  type: keyof typeof types,
  at: number,
  members: Readonly<Record<string, unknown>> = {},
): HistoryEvent => ({
  EventType: types[type],
  EventId: -1,
  IsPlayed: false,
  Timestamp: new Date(at).toISOString(),
  ...members,
})
