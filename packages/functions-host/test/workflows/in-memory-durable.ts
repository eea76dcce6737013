import { type OrchestrationHandler, OrchestrationRuntimeStatus } from 'durable-functions'
import type { Client } from '../../src/workflows/client.ts'
import { eventOf, type HistoryEvent } from './history.ts'
import { type Asked, replay } from './replay.ts'

/** What a worker brings; it is asked for anew after a restart, and so has no memory. */
export interface Worker {
  readonly orchestrators: Readonly<Record<string, OrchestrationHandler>>
  readonly activities: Readonly<Record<string, (input: unknown) => Promise<unknown>>>
}

/** Durable Functions in memory: at each turn some activities are called, their results recorded, and the orchestrators replayed. */
export interface InMemoryDurable extends Client {
  turn(): Promise<void>
  /** The worker dies: what it has done since the last turn is done, but nobody has heard of it. */
  restart(): void
}

interface Instance {
  readonly id: string
  readonly name: string
  readonly input: unknown
  readonly history: HistoryEvent[]
  known: number
  nextId: number
  status: OrchestrationRuntimeStatus
  output: unknown
}

interface Task {
  readonly instance: Instance
  readonly id: number
  readonly asked: Asked
  readonly attempt: number
}

const perTurn = 8

/** An empty one, whose worker is made by `boot`. */
export function inMemoryDurable(boot: () => Worker, now: () => number = () => 0): InMemoryDurable {
  const instances = new Map<string, Instance>()
  const tasks: Task[] = []
  let worker = boot()
  let lives = 0

  async function decide(instance: Instance): Promise<void> {
    const { history, id, input, name } = instance
    const handler = worker.orchestrators[name]
    if (!handler) throw new Error(`There is no orchestrator ${name}`)
    try {
      const { asked, isDone, output } = await replay(handler, id, input, history)
      for (const one of asked.slice(instance.known)) schedule(instance, one, 1)
      instance.known = asked.length
      if (isDone) Object.assign(instance, { status: OrchestrationRuntimeStatus.Completed, output })
    } catch (error) {
      Object.assign(instance, { status: OrchestrationRuntimeStatus.Failed, output: String(error) })
    }
    history.push(eventOf('OrchestratorCompleted', now()))
  }

  function schedule(instance: Instance, asked: Asked, attempt: number): void {
    const id = instance.nextId++
    instance.history.push(eventOf('TaskScheduled', now(), { EventId: id, Name: asked.functionName }))
    tasks.push({ instance, id, asked, attempt })
  }

  function failed({ asked, attempt, id, instance }: Task, error: unknown): void {
    const why = {
      TaskScheduledId: id,
      Reason: `Activity function '${asked.functionName}' failed`,
      Details: String(error),
    }
    instance.history.push(eventOf('TaskFailed', now(), why))
    if (!asked.retryOptions) return
    const timer = instance.nextId++
    instance.history.push(eventOf('TimerCreated', now(), { EventId: timer, FireAt: new Date(now()).toISOString() }))
    instance.history.push(eventOf('TimerFired', now(), { TimerId: timer, FireAt: new Date(now()).toISOString() }))
    if (attempt < asked.retryOptions.maxNumberOfAttempts) schedule(instance, asked, attempt + 1)
  }

  return {
    async turn() {
      const life = lives
      const batch = tasks.splice(0, perTurn)
      const ends = await Promise.allSettled(
        batch.map(async ({ asked }) => worker.activities[asked.functionName]?.(structuredClone(asked.input))),
      )
      if (life !== lives) return void tasks.unshift(...batch)
      for (const instance of new Set(batch.map((task) => task.instance))) {
        instance.history.push(eventOf('OrchestratorStarted', now()))
      }
      for (const [place, end] of ends.entries()) {
        const task = batch[place] as Task
        if (end.status === 'rejected') failed(task, end.reason)
        else completed(task, end.value)
      }
      for (const instance of new Set(batch.map((task) => task.instance))) await decide(instance)
    },
    restart() {
      lives++
      worker = boot()
    },
    async startNew(name, { input, instanceId = '' } = {}) {
      const history = [eventOf('OrchestratorStarted', now()), eventOf('ExecutionStarted', now(), { Name: name })]
      const kept = structuredClone(input)
      const instance = {
        id: instanceId,
        name,
        input: kept,
        history,
        known: 0,
        nextId: 0,
        status: OrchestrationRuntimeStatus.Running,
        output: null,
      }
      instances.set(instanceId, instance)
      await decide(instance)
      return instanceId
    },
    async getStatus(id) {
      const instance = instances.get(id)
      if (!instance) throw new Error('DurableClient error: Durable Functions extension replied with HTTP 404 response.')
      const { input, name, output, status: runtimeStatus } = instance
      const time = new Date(now())
      return { name, instanceId: id, createdTime: time, lastUpdatedTime: time, input, output, runtimeStatus }
    },
  }

  function completed({ id, instance }: Task, value: unknown): void {
    const Result = JSON.stringify(value ?? null)
    instance.history.push(eventOf('TaskCompleted', now(), { TaskScheduledId: id, Result }))
  }
}
