import type { OrchestrationContext, Task } from 'durable-functions'

/** Schedules tasks at once and waits for the end of each, whatever it is. */
export function* settled({ df }: OrchestrationContext, tasks: Task[]): Generator<Task, void, unknown> {
  if (tasks.length === 0) return
  try {
    yield df.Task.all(tasks)
  } catch {
    // it does not wait for the others
    for (const task of tasks) yield* ended(task)
  }
}

function* ended(task: Task): Generator<Task, void, unknown> {
  try {
    yield task
  } catch {
    // what failed has nothing stored, and that is how the report knows
  }
}
