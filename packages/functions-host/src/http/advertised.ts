import type { JsonSchema } from '@infra-analysis/core'
import type { StandardSchemaWithJSON } from '@modelcontextprotocol/server'

/** A schema that is shown and lets everything pass: the tool itself checks, since it can say what is valid. */
export function advertised(schema: JsonSchema): StandardSchemaWithJSON {
  const json = () => ({ ...schema })
  return {
    '~standard': {
      version: 1,
      vendor: 'infra-analysis',
      validate: (value) => ({ value }),
      jsonSchema: { input: json, output: json },
    },
  }
}
