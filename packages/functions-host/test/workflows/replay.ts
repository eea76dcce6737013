import { createRequire } from 'node:module'
import { DummyOrchestrationContext, type OrchestrationHandler } from 'durable-functions'
import type { HistoryEvent } from './history.ts'

/** What an orchestrator says when it has been replayed. */
export interface Decision {
  /** All activities that it has asked for since its beginning, in the order of their ids, but for those that it tries again. */
  readonly asked: readonly Asked[]
  readonly isDone: boolean
  readonly output: unknown
}

export interface Asked {
  readonly functionName: string
  readonly input: unknown
  readonly retryOptions?: { readonly maxNumberOfAttempts: number }
}

interface Action extends Asked {
  readonly compoundActions?: readonly Action[]
}

type Replayed = (trigger: object, context: object) => Promise<object>
const { createOrchestrator } = createRequire(import.meta.url)('durable-functions/lib/src/util/testingUtils') as {
  readonly createOrchestrator: (handler: OrchestrationHandler) => Replayed
}

/** Replays an orchestrator from its history, in a worker that knows nothing else. Rejects when it fails. */
export async function replay(
  handler: OrchestrationHandler,
  instanceId: string,
  input: unknown,
  history: readonly HistoryEvent[],
): Promise<Decision> {
  const trigger = {
    history: structuredClone(history),
    input: structuredClone(input),
    instanceId,
    isReplaying: history.length > 2,
    parentInstanceId: '',
    upperSchemaVersion: 3,
    maximumShortTimerDuration: '6.00:00:00',
    longRunningTimerIntervalDuration: '3.00:00:00',
    defaultHttpAsyncRequestSleepTimeMillseconds: 30_000,
  }
  const context = new DummyOrchestrationContext('orchestrator', 'invocation', () => undefined)
  const state = await createOrchestrator(handler)(trigger, context)
  const { actions, isDone, output } = JSON.parse(JSON.stringify(state)) as {
    actions: Action[][]
    isDone: boolean
    output: unknown
  }
  return { asked: actions.flat().flatMap(simple), isDone, output }
}

const simple = (action: Action): readonly Asked[] => action.compoundActions?.flatMap(simple) ?? [action]
