import { type DurableOrchestrationStatus, OrchestrationRuntimeStatus } from 'durable-functions'
import type { Run } from './run.ts'
import type { Started } from './started.ts'
import type { WorkflowResult } from './result.ts'

/** How a run is, as its caller gets to know it. Never an address of the platform: those hold a key. */
export type Status =
  | { readonly status: 'completed'; readonly workflow_id: string; readonly result: WorkflowResult }
  | {
      readonly status: 'running'
      readonly workflow_id: string
      readonly poll_after_seconds: number
      readonly next: string
    }
  | { readonly status: 'failed'; readonly workflow_id: string; readonly reason: Reason; readonly error: string }
  | { readonly status: 'not_found'; readonly next: string }

type Reason = 'failed' | 'terminated' | 'canceled'

const reasons: Readonly<Record<string, Reason>> = { Failed: 'failed', Terminated: 'terminated', Canceled: 'canceled' }

const pollAfterSeconds = 15

/** The status of a run of this caller; one of another caller or of another workflow is not there. */
export function statusOf(state: DurableOrchestrationStatus | undefined, run: Run, caller: string): Status {
  const { id: workflow_id, workflow } = run
  if (state?.name !== workflow || (state.input as Partial<Started> | null)?.caller !== caller) return notFound(workflow)
  if (state.runtimeStatus === OrchestrationRuntimeStatus.Completed) {
    return { status: 'completed', workflow_id, result: state.output as WorkflowResult }
  }
  const reason = reasons[state.runtimeStatus]
  return reason ? { status: 'failed', workflow_id, reason, error: failure(reason) } : running(run)
}

/** A run that goes on, or has not begun yet. */
export const running = ({ id, workflow }: Run): Status => ({
  status: 'running',
  workflow_id: id,
  poll_after_seconds: pollAfterSeconds,
  next: `It goes on. Call ${workflow}_result with this workflow_id in ${pollAfterSeconds} seconds.`,
})

/** The same for an id that does not exist and for one that belongs to somebody else. */
export const notFound = (workflow: string): Status => ({
  status: 'not_found',
  next: `Call run_${workflow} for a new one, or give the workflow_id that it answered you with.`,
})

const failure = (reason: Reason): string =>
  reason === 'failed'
    ? 'The workflow failed. Run it once more; if it fails again, report it with its workflow_id.'
    : 'An operator has stopped the workflow. Run it once more if it is still wanted.'
