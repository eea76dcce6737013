import { InvocationContext } from '@azure/functions'
import type { Clock, Reply } from '@infra-analysis/core'
import type { Callable } from '../../src/callable.ts'
import { type Caller, triggerCaller } from '../../src/identity/caller.ts'
import type { Engine } from '../../src/workflows/engine.ts'
import { activities, orchestrator } from '../../src/workflows/orchestrator.ts'
import { type PartInput, partActivity } from '../../src/workflows/part-activity.ts'
import { type ReportInput, reportActivity } from '../../src/workflows/report-activity.ts'
import { resultTool } from '../../src/workflows/result-tool.ts'
import { runTool } from '../../src/workflows/run-tool.ts'
import type { Status } from '../../src/workflows/status.ts'
import type { Workflow } from '../../src/workflows/workflow.ts'
import { testHost } from '../host.ts'
import { invocationOf } from '../triggers/invocation.ts'
import { type MemoryStore, memoryStore } from '../triggers/memory-store.ts'
import { type InMemoryDurable, inMemoryDurable } from './in-memory-durable.ts'

interface Options {
  readonly workflows: readonly Workflow[]
  readonly tools: readonly Callable[]
  readonly env?: Readonly<Record<string, string>>
  readonly waitSeconds?: number
  readonly isFullFor?: (name: string) => boolean
}

/** A host with workflows on an engine in memory. */
export interface Estate {
  readonly durable: InMemoryDurable
  readonly store: MemoryStore
  readonly lines: readonly Record<string, unknown>[]
  /** Calls a tool through the pipeline. */
  readonly reply: (tool: string, args?: object, caller?: Caller) => Promise<Reply>
  /** Calls a tool of a workflow. */
  readonly status: (tool: string, args?: object, caller?: Caller) => Promise<Status>
}

/** A host with these workflows over these tools; the engine makes a turn in each second that a call waits. */
export function estateOf({ workflows, tools, env = {}, isFullFor, waitSeconds = 20 }: Options): Estate {
  const durable = inMemoryDurable(() => ({
    orchestrators: Object.fromEntries(workflows.map((workflow) => [workflow.name, orchestrator(workflow)])),
    activities: {
      [activities.part]: (input) => partActivity(means)(input as PartInput, invocationOf('part')),
      ...Object.fromEntries(
        workflows.map((workflow) => [
          activities.report(workflow.name),
          (input: unknown) => reportActivity(means, workflow)(input as ReportInput),
        ]),
      ),
    },
  }))
  const engine: Engine = { clock: turning(durable), seconds: waitSeconds, extraInputs: [], clientOf: () => durable }
  const ofWorkflows = workflows.flatMap((workflow) => [runTool(workflow, engine), resultTool(workflow, engine)])
  const settings = { INFRA_WORKFLOWS: 'fleet_review', AzureWebJobsStorage: 'UseDevelopmentStorage=true', ...env }
  const { answer, host, lines } = testHost({ env: settings, callables: [...tools, ...ofWorkflows] })
  const store = memoryStore(isFullFor)
  const means = { answer, host, store }
  const reply: Estate['reply'] = (tool, args = {}, caller = triggerCaller) =>
    answer({ tool, args, caller, invocationId: 'call', invocation: new InvocationContext(), via: 'mcp' })
  return {
    durable,
    store,
    lines,
    reply,
    status: async (...call) => (await reply(...call)).result.structuredContent as unknown as Status,
  }
}

/** A clock by which each pause is a turn of the engine. */
function turning(durable: InMemoryDurable): Clock {
  let time = Date.parse('2026-11-20T12:00:00Z')
  return {
    now: () => time,
    random: () => 0.5,
    async sleep(milliseconds) {
      time += milliseconds
      await durable.turn()
    },
  }
}
