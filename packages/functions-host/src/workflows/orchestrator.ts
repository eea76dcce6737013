import { type OrchestrationHandler, RetryOptions } from 'durable-functions'
import type { WorkflowName } from './names.ts'
import { partsOf } from './parts.ts'
import { settled } from './settled.ts'
import type { Started } from './started.ts'
import type { Workflow } from './workflow.ts'

/** The names under which the platform calls the activities: one for the parts of all workflows, and one for the report of each. */
export const activities = {
  part: 'workflow-part',
  report: (workflow: WorkflowName): string => `${workflow}-report`,
} as const

const attempts = 3
const firstPauseMs = 15_000

/** The orchestration of a workflow: all parts at once, then the report. Deterministic, since it is replayed from its history. */
export const orchestrator = ({ name, questions }: Workflow): OrchestrationHandler =>
  function* (context) {
    const { df } = context
    const started = df.getInput<Started>()
    const run = { workflow: name, id: df.instanceId }
    const { input, where, who } = started
    const parts = partsOf(questions(input), where)
    const retry = () => new RetryOptions(firstPauseMs, attempts)
    yield* settled(
      context,
      parts.map((part) => df.callActivityWithRetry(activities.part, retry(), { run, who, part })),
    )
    return yield df.callActivityWithRetry(activities.report(name), retry(), { run, started })
  }
