import type { InvocationContext } from '@azure/functions'
import { InfraError } from '@infra-analysis/core'
import { triggerCaller } from '../identity/caller.ts'
import type { Means } from '../means.ts'
import { documentOf } from './document.ts'
import { messageOf } from './message.ts'
import { refused } from './refused.ts'
import { resultName } from './result-name.ts'

/** Gives a message up that has failed five times: writes it down, and tells its sender. */
export const poisonHandler =
  ({ host, store }: Means) =>
  async (message: unknown, { invocationId }: InvocationContext): Promise<void> => {
    const call = messageOf(message)
    const { arguments: args, id, tool } = call instanceof InfraError ? { arguments: message, tool: '' } : call
    const request = { tool, args, caller: triggerCaller, invocationId, via: 'queue' } as const
    const reply = refused(host, request, givenUp)
    const document = documentOf(reply, { tool, id, invocationId }, host.clock.now())
    await store.put(resultName(document.answeredAt, invocationId), JSON.stringify(document), 'application/json')
  }

const givenUp = new InfraError(
  'ServiceUnavailable',
  'The call failed five times and was given up',
  'Send it again later; the log has each failure under its invocation.',
)
