import { app, type InvocationContext } from '@azure/functions'
import type { Means } from '../means.ts'
import { isPassing } from '../passing.ts'
import { answered } from './answered.ts'
import { extraInputsOf } from './extra-inputs.ts'
import { poisonHandler } from './poison.ts'
import { resultName } from './result-name.ts'

/** The storage that the host itself uses. */
const connection = 'AzureWebJobsStorage'

/** Registers the queue of calls, and the one where the host puts messages that failed five times. */
export function registerQueue(means: Means): void {
  app.storageQueue('tools-queue', {
    queueName: '%INFRA_QUEUE%',
    connection,
    extraInputs: extraInputsOf(means.host.callables.values()),
    handler: queueHandler(means),
  })
  app.storageQueue('tools-poison', {
    queueName: '%INFRA_QUEUE%-poison',
    connection,
    handler: poisonHandler(means),
  })
}

/** Stores the answer to a message. Throws for what may go well at another try, which the host makes. */
export const queueHandler =
  (means: Means) =>
  async (message: unknown, invocation: InvocationContext): Promise<void> => {
    const answer = await answered(message, 'queue', invocation, means)
    if (isPassing[answer.code]) throw new Error(`${answer.code}: the host tries again`)
    const name = resultName(answer.answeredAt, invocation.invocationId)
    await means.store.put(name, JSON.stringify(answer), 'application/json')
  }
