import { instructions } from '@infra-analysis/core'
import { advertised, progressTo } from '@infra-analysis/core/binding'
import { type CallToolResult, McpServer } from '@modelcontextprotocol/server'
import type { Callable } from '../callable.ts'
import type { Answer, CallRequest } from '../pipeline.ts'
import { resultOf } from '../signed-result.ts'

/** The part of a call that its HTTP request decides. */
export type Inbound = Omit<CallRequest, 'tool' | 'args' | 'signal' | 'progress'>

const anHour = { ttlMs: 3_600_000, cacheScope: 'public' } as const

/** A server for one HTTP request, of either era. */
export function mcpServer(callables: Iterable<Callable>, inbound: Inbound, answer: Answer): McpServer {
  const server = new McpServer(
    { name: 'infra', title: 'Infrastructure analysis for Azure', version: '0.1.0' },
    {
      instructions,
      capabilities: { tools: { listChanged: false } },
      cacheHints: { 'server/discover': anHour, 'tools/list': anHour },
    },
  )
  for (const { annotations, description, inputSchema, name, outputSchema, title } of callables) {
    const declared = {
      title,
      description,
      inputSchema: advertised(inputSchema),
      outputSchema: advertised(outputSchema),
    }
    server.registerTool(name, { ...declared, ...(annotations && { annotations }) }, async (args, { mcpReq }) => {
      const { signal } = mcpReq
      const reply = await answer({ ...inbound, tool: name, args, signal, progress: progressTo(mcpReq) })
      return resultOf(reply, inbound.invocationId) as unknown as CallToolResult
    })
  }
  return server
}
