import { QueueClient } from '@azure/storage-queue'
import { invocationOf } from '../../packages/functions-host/test/triggers/invocation.ts'

type Handler = (message: unknown, invocation: ReturnType<typeof invocationOf>) => Promise<void>

/** What the Functions host does with a queue: Base64 in, five attempts, then the poison queue. */
export interface QueueHost {
  readonly send: (message: unknown) => Promise<void>
  /** Hands out every message until none is left. The errors of the handlers. */
  readonly drain: () => Promise<readonly string[]>
}

const attempts = 5

/** A host with a function on a queue and one on its poison queue; ids of invocations count up. */
export async function queueHost(
  connection: string,
  name: string,
  handler: Handler,
  poison: Handler,
): Promise<QueueHost> {
  const queue = new QueueClient(connection, name)
  const poisoned = new QueueClient(connection, `${name}-poison`)
  await Promise.all([queue.create(), poisoned.create()])
  const errors: string[] = []
  let invocations = 0

  async function handOut(from: QueueClient, to: Handler): Promise<boolean> {
    const { receivedMessageItems } = await from.receiveMessages({ visibilityTimeout: 30 })
    const [item] = receivedMessageItems
    if (!item) return false
    const remove = () => from.deleteMessage(item.messageId, item.popReceipt)
    try {
      await to(parsed(decoded(item.messageText)), invocationOf(`invocation-${++invocations}`))
      await remove()
    } catch (error) {
      errors.push(String(error))
      if (item.dequeueCount < attempts) {
        await from.updateMessage(item.messageId, item.popReceipt, item.messageText, 0)
      } else {
        await poisoned.sendMessage(item.messageText)
        await remove()
      }
    }
    return true
  }

  return {
    async send(message) {
      const text = typeof message === 'string' ? message : JSON.stringify(message)
      await queue.sendMessage(Buffer.from(text).toString('base64'))
    },
    async drain() {
      while ((await handOut(queue, handler)) || (await handOut(poisoned, poison)));
      return errors
    },
  }
}

const decoded = (text: string): string => Buffer.from(text, 'base64').toString()

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
