import { McpServer } from '@modelcontextprotocol/server'
import { anHour } from './cache-hint.ts'
import type { Host } from './host.ts'
import { addPrompts } from './prompts.ts'
import { addResources } from './resources.ts'
import { skillsOf } from './skills.ts'
import { addTools } from './tools.ts'

const fixed = { listChanged: false } as const

/** A server for one connection or one request, of either era. */
export function buildServer(host: Host): McpServer {
  const server = new McpServer(
    { name: 'infra', title: 'Infrastructure analysis for Azure', version: host.version },
    {
      instructions: host.catalog.instructions,
      capabilities: { tools: fixed, prompts: fixed, resources: fixed },
      cacheHints: {
        'server/discover': anHour,
        'tools/list': anHour,
        'prompts/list': anHour,
        'resources/list': anHour,
        'resources/templates/list': anHour,
      },
    },
  )
  addTools(server, host)
  addPrompts(server, host)
  addResources(server, host)
  skillsOf(host).attach(server)
  return server
}
