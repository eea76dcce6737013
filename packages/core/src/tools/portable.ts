import { z } from 'zod'
import type { JsonSchema } from './tool.ts'
import { inFewWords } from './words.ts'

/**
 * The JSON Schema of what a caller sends, in the part of the standard that every client takes. Defaults stand in words only, since some
 * clients show nothing else.
 */
export function portable(schema: z.ZodObject): JsonSchema {
  const { $schema: _, ...written } = z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      const words = inFewWords(jsonSchema)
      delete jsonSchema.pattern
      delete jsonSchema.minLength
      delete jsonSchema.default
      delete jsonSchema.description
      if (words) jsonSchema.description = words
    },
  })
  return written
}
