import type { Clock, Tool } from '@infra-analysis/core'
import * as df from 'durable-functions'
import type { Callable } from '../callable.ts'
import type { Means } from '../means.ts'
import type { Settings } from '../settings.ts'
import { declared } from './declared.ts'
import type { Engine } from './engine.ts'
import { activities, orchestrator } from './orchestrator.ts'
import { type PartInput, partActivity } from './part-activity.ts'
import { type ReportInput, reportActivity } from './report-activity.ts'
import { resultTool } from './result-tool.ts'
import { runTool } from './run-tool.ts'
import type { Workflow } from './workflow.ts'

/** The workflows that the settings switch on. */
export function workflowsOf({ workflows }: Settings, tools: readonly Tool[]): readonly Workflow[] {
  const all = declared(tools)
  return [...new Set(workflows)].map((name) => all[name])
}

/** The tools of these workflows. */
export function toolsOf(
  workflows: readonly Workflow[],
  { workflowWaitSeconds: seconds }: Settings,
  clock: Clock,
): readonly Callable[] {
  const engine: Engine = {
    clock,
    seconds,
    extraInputs: [df.input.durableClient()],
    clientOf(invocation) {
      if (!invocation) throw new TypeError('Workflows are called within an invocation')
      return df.getClient(invocation)
    },
  }
  return workflows.flatMap((workflow) => [runTool(workflow, engine), resultTool(workflow, engine)])
}

/** Registers the orchestrations of these workflows, and their activities. */
export function registerWorkflows(workflows: readonly Workflow[], means: Means): void {
  df.app.activity(activities.part, {
    handler: (input, invocation) => partActivity(means)(input as PartInput, invocation),
  })
  for (const workflow of workflows) {
    df.app.activity(activities.report(workflow.name), {
      handler: (input) => reportActivity(means, workflow)(input as ReportInput),
    })
    df.app.orchestration(workflow.name, orchestrator(workflow))
  }
}
