import type { JsonSchema } from '@infra-analysis/core'
import type { StandardSchemaWithJSON } from '@modelcontextprotocol/server'

/** A schema that is advertised and lets everything pass: what it describes is checked by those who can say what is wrong. */
export function advertised<Shape>(schema: JsonSchema): StandardSchemaWithJSON<Shape> {
  const json = () => ({ ...schema })
  return {
    '~standard': {
      version: 1,
      vendor: 'infra-cli',
      validate: (value) => ({ value: value as Shape }),
      jsonSchema: { input: json, output: json },
    },
  }
}
