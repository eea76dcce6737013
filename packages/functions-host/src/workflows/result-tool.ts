import { annotations, parseInput } from '@infra-analysis/core'
import { z } from 'zod'
import type { Callable } from '../callable.ts'
import { stateOf } from './client.ts'
import type { Engine } from './engine.ts'
import { replyOf } from './reply.ts'
import { outputSchema, portable } from './schemas.ts'
import { notFound, statusOf } from './status.ts'
import { waited } from './waited.ts'
import type { Workflow } from './workflow.ts'

const schema = z.strictObject({ workflow_id: z.string().describe('As the call that started it has answered') })
const instance = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** The tool that tells the caller of a workflow how it is, and waits for its end as long as a call may. */
export const resultTool = ({ name, title }: Workflow, engine: Engine): Callable => ({
  name: `${name}_result`,
  title: `${title}: result`,
  description: `Get the result of run_${name}, or how far it is. Use this when run_${name} has answered with the status running, after the seconds that it names; a run is found by its own caller only.`,
  owner: `workflow '${name}'`,
  inputSchema: portable(schema),
  outputSchema,
  annotations,
  extraInputs: engine.extraInputs,
  async call(args, { caller = '', invocation, signal }) {
    const { workflow_id: id } = parseInput(schema, args ?? {})
    // it becomes part of an address
    if (!instance.test(id)) return replyOf(notFound(name), {})
    const client = engine.clientOf(invocation)
    const run = { workflow: name, id }
    const look = async () => statusOf(await stateOf(client, id), run, caller)
    return replyOf(await waited(look, engine, signal), {})
  },
})
