import { InfraError } from '@infra-analysis/core'
import type { z } from 'zod'

/** The arguments of a call. Throws InvalidInput that names the wrong one and those that there are. */
export function argumentsOf<Schema extends z.ZodObject>(schema: Schema, args: unknown): z.output<Schema> {
  const { success, data, error } = schema.safeParse(args ?? {})
  if (success) return data
  const faults = error.issues.map(({ message, path }) => [...path, message].join(': ')).join('; ')
  throw new InfraError('InvalidInput', faults, `Arguments: ${Object.keys(schema.shape).join(', ') || 'none'}.`)
}
