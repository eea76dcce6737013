import type { JsonSchema } from '@infra-analysis/core'
import { z } from 'zod'

/** A schema as clients take it. */
export function portable(schema: z.ZodObject): JsonSchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input' })
  return json
}

/** What both tools of a workflow answer. */
export const outputSchema: JsonSchema = {
  type: 'object',
  properties: {
    status: { type: 'string', enum: ['completed', 'running', 'failed', 'not_found'] },
    workflow_id: { type: 'string' },
    result: { type: 'object' },
    poll_after_seconds: { type: 'integer' },
    next: { type: 'string', description: 'Which tool to call' },
    reason: { type: 'string' },
    error: { type: 'string' },
  },
  required: ['status'],
}
