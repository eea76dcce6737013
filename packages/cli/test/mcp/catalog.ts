import { catalog, instructions, type Job, resourceUri, type Tool } from '@infra-analysis/core'
import type { Catalog } from '../../src/mcp/catalog.ts'

/** What is listed of these tools and jobs. */
export const catalogOf = (tools: readonly Tool[], jobs: readonly Job[]): Catalog => ({
  instructions,
  tools: tools.map(({ name, title, description, inputSchema, outputSchema, annotations }) => ({
    name,
    title,
    description,
    inputSchema,
    outputSchema,
    annotations,
  })),
  jobs: jobs.map(({ name, title, description, arguments: args }) => ({ name, title, description, arguments: args })),
  pages: catalog.map(({ id, title }) => ({ id, title, uri: resourceUri.analysis(id) })),
  results: resourceUri.results,
})
