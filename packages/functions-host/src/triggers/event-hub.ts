import { app, type InvocationContext } from '@azure/functions'
import type { Means } from '../means.ts'
import { answered } from './answered.ts'
import { extraInputsOf } from './extra-inputs.ts'
import { resultName } from './result-name.ts'

/** Registers the event hub of calls. */
export function registerEventHub(means: Means): void {
  app.eventHub('tools-event-hub', {
    eventHubName: '%INFRA_EVENT_HUB%',
    connection: 'INFRA_EVENT_HUB_CONNECTION',
    cardinality: 'many',
    extraInputs: extraInputsOf(means.host.callables.values()),
    handler: eventHubHandler(means),
  })
}

/** Stores the answers to a batch of events, one after the other. An event hub repeats nothing: every failure is an answer too. */
export const eventHubHandler =
  (means: Means) =>
  async (events: unknown, invocation: InvocationContext): Promise<void> => {
    const batch = [events].flat()
    const failures: unknown[] = []
    for (const [place, event] of batch.entries()) {
      try {
        const answer = await answered(event, 'event-hub', invocation, means)
        const name = resultName(answer.answeredAt, `${invocation.invocationId}-${place}`)
        await means.store.put(name, JSON.stringify(answer), 'application/json')
      } catch (error) {
        failures.push(error)
      }
    }
    // the others are done, and the host should know that these are lost
    if (failures.length > 0)
      throw new AggregateError(failures, `${failures.length} of ${batch.length} results could not be stored`)
  }
