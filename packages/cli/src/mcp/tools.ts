import { advertised, progressTo } from '@infra-analysis/core/binding'
import type { CallToolResult, McpServer, ServerContext } from '@modelcontextprotocol/server'
import { type Host, named } from './host.ts'

/** Registers the tools; each checks its arguments itself. */
export function addTools(server: McpServer, host: Host): void {
  for (const tool of host.catalog.tools) {
    const { name, title, description, annotations } = tool
    const inputSchema = advertised(tool.inputSchema)
    const outputSchema = advertised(tool.outputSchema)
    server.registerTool(name, { title, description, annotations, inputSchema, outputSchema }, (args, { mcpReq }) =>
      answer(name, args, mcpReq, host),
    )
  }
}

type Request = ServerContext['mcpReq']

// A message that is thrown would reach the model as it is.
async function answer(name: string, args: unknown, request: Request, host: Host): Promise<CallToolResult> {
  const start = performance.now()
  const told = (code: string, rows = 0) => host.log.call({ tool: name, code, rows, ms: performance.now() - start })
  try {
    const [{ tools }, place] = await Promise.all([host.answering(), host.place()])
    const tool = named(tools, name)
    const { result, outcome } = await tool.call(args, { place, signal: request.signal, progress: progressTo(request) })
    told(outcome.code, outcome.rows)
    return result as CallToolResult
  } catch {
    told('Defect')
    return {
      content: [{ type: 'text', text: `${name} failed. This is a defect of the server: try another tool.` }],
      isError: true,
    }
  }
}
