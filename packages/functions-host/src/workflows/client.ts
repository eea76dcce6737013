import { InfraError } from '@infra-analysis/core'
import type { DurableClient, DurableOrchestrationStatus } from 'durable-functions'

/** What is used of the client of Durable Functions. */
export type Client = Pick<DurableClient, 'startNew' | 'getStatus'>

/** The state of an instance; undefined when there is none of this id. Throws ServiceUnavailable. */
export async function stateOf(client: Client, id: string): Promise<DurableOrchestrationStatus | undefined> {
  try {
    return await client.getStatus(id)
  } catch (error) {
    // the client has no other way to say that it does not know the id
    if (error instanceof Error && error.message.includes('HTTP 404')) return undefined
    throw unavailable(error)
  }
}

/** Starts an instance under an id that is not taken. Throws ServiceUnavailable. */
export async function start(client: Client, workflow: string, instanceId: string, input: object): Promise<void> {
  try {
    await client.startNew(workflow, { instanceId, input })
  } catch (error) {
    throw unavailable(error)
  }
}

const unavailable = (error: unknown): InfraError =>
  new InfraError('ServiceUnavailable', 'Durable Functions does not answer', 'Call again in a minute.', error)
