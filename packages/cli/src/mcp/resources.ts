import { ResourceNotFoundError, ResourceTemplate, type McpServer } from '@modelcontextprotocol/server'
import { anHour } from './cache-hint.ts'
import type { Host } from './host.ts'

/** Registers a page of documentation for each analysis, and the whole results of recent calls. */
export function addResources(server: McpServer, { answering, catalog }: Host): void {
  for (const { id, title, uri } of catalog.pages) {
    const description = `What ${id} answers: inputs, columns, coverage states, rights`
    const about = { title, description, mimeType: 'text/markdown', cacheHint: anHour }
    server.registerResource(id, uri, about, async () => {
      const { pageAbout } = await answering()
      return { contents: [{ uri, mimeType: 'text/markdown', text: pageAbout(id) }] }
    })
  }
  const about = { title: 'Whole result', description: 'All rows of a recent call, as CSV', mimeType: 'text/csv' }
  const template = new ResourceTemplate(catalog.results, { list: undefined })
  server.registerResource('results', template, about, async ({ href }, { handle }) => {
    const { resultAt } = await answering()
    const text = resultAt(String(handle))
    if (text === undefined) throw new ResourceNotFoundError(href)
    return { contents: [{ uri: href, mimeType: 'text/csv', text }] }
  })
}
