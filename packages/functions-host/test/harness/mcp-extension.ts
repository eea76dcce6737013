import type { IncomingHttpHeaders } from 'node:http'
import type { FunctionsCore, Registered } from './functions-core.ts'
import type { Inputs } from './invoke.ts'

export type Invoke = (registered: Registered, inputs: Inputs) => Promise<unknown>

interface Message {
  readonly id?: string | number
  readonly method: string
  readonly params?: Readonly<Record<string, unknown>>
}

interface Schema {
  readonly required?: readonly string[]
}

/** Answers JSON-RPC as the MCP extension of the Functions host does; undefined for a notification. */
export async function extensionAnswer(
  message: Message,
  headers: IncomingHttpHeaders,
  core: FunctionsCore,
  invoke: Invoke,
): Promise<object | undefined> {
  const { id, method, params = {} } = message
  if (id === undefined) return undefined
  const answered = (result: unknown) => ({ jsonrpc: '2.0', id, result })
  const failed = (code: number, text: string) => ({ jsonrpc: '2.0', id, error: { code, message: text } })
  const tools = toolsIn(core)
  switch (method) {
    case 'initialize': {
      const serverInfo = { name: 'infra-analysis', version: '1.0.0' }
      return answered({ protocolVersion: '2025-06-18', capabilities: { tools: {} }, serverInfo })
    }
    case 'ping':
      return answered({})
    case 'tools/list':
      return answered({ tools: [...tools.values()].map(({ entry }) => entry) })
    case 'tools/call': {
      const tool = tools.get(String(params['name']))
      if (!tool) return failed(-32602, `Unknown tool: '${String(params['name'])}'`)
      const args = (params['arguments'] ?? {}) as Readonly<Record<string, unknown>>
      const missing = (tool.entry.inputSchema.required ?? []).filter(
        (key) => args[key] === undefined || args[key] === null,
      )
      if (missing.length > 0) {
        const text = 'One or more required tool properties are missing values. Please provide: '
        return failed(-32602, `${text}${missing.join(', ')}`)
      }
      return answered(await called(tool, args, headers, invoke))
    }
    default:
      return failed(-32601, `Method '${method}' is not available.`)
  }
}

interface Listed {
  readonly registered: Registered
  readonly entry: {
    readonly name: string
    readonly description: unknown
    readonly inputSchema: Schema
    readonly outputSchema: Schema
  }
}

function toolsIn(core: FunctionsCore): ReadonlyMap<string, Listed> {
  const tools = new Map<string, Listed>()
  for (const registered of core.functions.values()) {
    const binding = Object.values(registered.bindings).find(({ type }) => type === 'mcpToolTrigger')
    if (!binding) continue
    const name = String(binding['toolName'])
    if ([...tools.keys()].some((other) => other.toLowerCase() === name.toLowerCase())) {
      throw new Error(`Tool with name '${name}' is already registered.`)
    }
    const [inputSchema, outputSchema] = [schemaIn(binding['inputSchema']), schemaIn(binding['outputSchema'])]
    tools.set(name, { registered, entry: { name, description: binding['description'], inputSchema, outputSchema } })
  }
  return tools
}

function schemaIn(text: unknown): Schema {
  const schema = JSON.parse(String(text)) as Schema & { readonly type?: unknown; readonly properties?: unknown }
  if (schema.type !== 'object' || typeof schema.properties !== 'object') throw new Error('A schema is no object')
  return schema
}

async function called(
  { entry, registered }: Listed,
  args: unknown,
  headers: IncomingHttpHeaders,
  invoke: Invoke,
): Promise<unknown> {
  const sessionid = headers['mcp-session-id']
  const payload = {
    name: entry.name,
    arguments: args,
    ...(sessionid && { sessionid }),
    transport: { name: 'http-streamable', ...(sessionid && { sessionId: sessionid }), properties: { headers } },
  }
  try {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
    const value = (await invoke(registered, { data: { string: JSON.stringify(payload) }, traceparent })) as {
      string: string
    }
    const { content, type } = JSON.parse(value.string) as { content: string; type: string }
    if (type !== 'call_tool_result') throw new Error(`A result of type ${type} cannot carry isError`)
    return JSON.parse(content)
  } catch {
    return { content: [{ type: 'text', text: `An error occurred invoking '${entry.name}'.` }], isError: true }
  }
}
