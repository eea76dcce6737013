import { randomUUID } from 'node:crypto'
import { parseInput } from '@infra-analysis/core'
import type { Callable } from '../callable.ts'
import { start, stateOf } from './client.ts'
import type { Engine } from './engine.ts'
import { replyOf } from './reply.ts'
import { outputSchema, portable } from './schemas.ts'
import { attested, type Started } from './started.ts'
import { running, statusOf } from './status.ts'
import { waited } from './waited.ts'
import { whereOf } from './where.ts'
import type { Workflow } from './workflow.ts'

/** The tool that runs a workflow, and waits for its end as long as a call may. */
export function runTool({ description, input, name, title }: Workflow, engine: Engine): Callable {
  return {
    name: `run_${name}`,
    title,
    description,
    owner: `workflow '${name}'`,
    inputSchema: portable(input),
    outputSchema,
    annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
    extraInputs: engine.extraInputs,
    async call(args, { caller = '', invocation, place, signal, who }) {
      const asked = parseInput(input, args ?? {})
      const where = await whereOf(asked, place, signal)
      const at = new Date(engine.clock.now()).toISOString()
      const started: Started = { caller, who: attested(who), at, input: asked, where }
      const run = { workflow: name, id: randomUUID() }
      const client = engine.clientOf(invocation)
      await start(client, name, run.id, started)
      const look = async () => {
        const state = await stateOf(client, run.id)
        // it is there, whatever the store says in its first moments
        return state ? statusOf(state, run, caller) : running(run)
      }
      const { subscriptions, workspaces } = where
      return replyOf(await waited(look, engine, signal), { subscriptions, workspaces })
    },
  }
}
