import { docsOf, resourceUri, resultText } from '@infra-analysis/core'
import { ResourceNotFoundError, ResourceTemplate, type McpServer } from '@modelcontextprotocol/server'
import type { Host } from './host.ts'

const anHour = { ttlMs: 3_600_000, cacheScope: 'public' } as const

/** Registers a page of documentation for each analysis, and the whole results of recent calls. */
export function addResources(server: McpServer, { tools, results }: Host): void {
  for (const analysis of new Set(tools.map((tool) => tool.analysis))) {
    const uri = resourceUri.analysis(analysis.id)
    const description = `What ${analysis.id} answers: inputs, columns, coverage states, rights`
    const about = { title: analysis.title, description, mimeType: 'text/markdown', cacheHint: anHour }
    server.registerResource(analysis.id, uri, about, () => ({
      contents: [{ uri, mimeType: 'text/markdown', text: docsOf(analysis) }],
    }))
  }
  const about = { title: 'Whole result', description: 'All rows of a recent call, as CSV', mimeType: 'text/csv' }
  const template = new ResourceTemplate(resourceUri.results, { list: undefined })
  server.registerResource('results', template, about, ({ href }, { handle }) => {
    const text = resultText(results, String(handle), '')
    if (text === undefined) throw new ResourceNotFoundError(href)
    return { contents: [{ uri: href, mimeType: 'text/csv', text }] }
  })
}
