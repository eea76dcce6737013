import { placeArguments } from '../command-line.ts'
import { azureServer, published, serverNames } from '../copilot/servers.ts'
import type { PlaceValues } from '../source.ts'

const name = serverNames.azure

/** How a client reaches a server: it starts one, or finds one that runs. */
export type Reach =
  | { readonly command: string; readonly args: readonly string[] }
  | { readonly url: string; readonly headers?: Readonly<Record<string, string>> }

/** What the configuration files of clients say about a server, each under the name of its file. */
export function clientConfig(reach: Reach): readonly string[] {
  const entry = { type: 'url' in reach ? 'http' : 'stdio', ...reach }
  return [
    '.vscode/mcp.json (VS Code)',
    JSON.stringify({ servers: { [name]: entry } }, undefined, 2),
    '',
    '.mcp.json (Copilot CLI, Claude Code and others)',
    JSON.stringify({ mcpServers: { [name]: { ...entry, tools: ['*'] } } }, undefined, 2),
  ]
}

/** The way to a server that listens. */
export const reachOf = ({ url, token }: { readonly url: string; readonly token?: string }): Reach =>
  token === undefined ? { url } : { url, headers: { Authorization: `Bearer ${token}` } }

/** The way to a server that the client starts for this place. */
export function startOf(place: PlaceValues): Reach {
  const { command, args } = azureServer(published, placeArguments(place))
  return { command, args }
}
