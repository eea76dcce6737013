import { InfraError } from '@infra-analysis/core'
import { z } from 'zod'

/** A call of a tool as a message has it. */
export type Message = z.output<typeof schema>

const schema = z.strictObject({
  tool: z.string().max(64),
  arguments: z.record(z.string(), z.unknown()).default({}),
  /** The sender's own mark: it comes back with the result. */
  id: z.string().max(128).optional(),
})

/** The call in a message, or an error that shows what a message is. */
export function messageOf(message: unknown): Message | InfraError {
  const { success, data } = schema.safeParse(message)
  if (success) return data
  return new InfraError(
    'InvalidInput',
    'The message is not a call of a tool',
    'Send JSON such as {"tool":"get_patching_level","arguments":{"limit":5},"id":"my-1"}; id is optional.',
  )
}
