import type { HttpServer, LocalServer, Server } from './servers.ts'

/** What a client's configuration has to hold: objects by key, and lists of objects by `id`. */
export type Wanted = Readonly<Record<string, Readonly<Record<string, object>> | readonly { readonly id: string }[]>>

/** What `.vscode/mcp.json` has to hold for these servers: VS Code asks for a key and keeps it. */
export function vscodeConfiguration(servers: readonly Server[], more: readonly Input[] = []): Wanted {
  const entries = servers.map((server) => [
    server.name,
    'url' in server ? http(server, `\${input:${keyInput.id}}`) : stdio(server),
  ])
  const inputs = servers.some((server) => 'url' in server && server.takesKey) ? [...more, keyInput] : more
  return { servers: Object.fromEntries(entries), ...(inputs.length > 0 && { inputs }) }
}

/** What `.mcp.json` has to hold for these servers: Copilot CLI and Claude Code take a key from the environment. */
export function mcpConfiguration(servers: readonly Server[]): Wanted {
  const entries = servers.map((server) => [
    server.name,
    { ...('url' in server ? http(server, `\${${keyVariable}}`) : stdio(server)), tools: ['*'] },
  ])
  return { mcpServers: Object.fromEntries(entries) }
}

/** The environment variable that holds the key of a deployed server. */
export const keyVariable = 'INFRA_MCP_KEY'

/** Something that VS Code asks for once. */
export interface Input {
  readonly id: string
  readonly type: 'promptString'
  readonly description: string
  readonly password?: boolean
}

const keyInput: Input = {
  type: 'promptString',
  id: 'infraKey',
  description: "Key of the Functions app: its system key 'mcp_extension'",
  password: true,
}

const stdio = ({ command, args }: LocalServer) => ({ type: 'stdio', command, args })

const http = ({ url, takesKey, token }: HttpServer, key: string) => ({
  type: 'http',
  url,
  ...(takesKey && { headers: { 'x-functions-key': key } }),
  ...(token && { headers: { Authorization: `Bearer ${token}` } }),
})
