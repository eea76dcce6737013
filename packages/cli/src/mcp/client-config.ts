import { mcpConfiguration, vscodeConfiguration } from '../copilot/configurations.ts'
import { printed } from '../copilot/jsonc/print.ts'
import { runningServer, startedServer, type HttpServer, type Server } from '../copilot/servers.ts'
import type { PlaceValues } from '../source.ts'

/** How clients are configured to start a server over this place. Throws InvalidInput for an id that cannot be one. */
export const startedConfig = (place: PlaceValues, more: readonly string[]): readonly string[] =>
  configOf(startedServer(place, more))

/** How clients are configured to find one that runs over this place. */
export const runningConfig = (place: PlaceValues, found: Pick<HttpServer, 'url' | 'token'>): readonly string[] =>
  configOf(runningServer(place, found))

/** What the configuration files of clients say, each under its name. */
const configOf = (server: Server): readonly string[] => [
  '.vscode/mcp.json (VS Code)',
  printed(vscodeConfiguration([server])),
  '',
  '.mcp.json (Copilot CLI, Claude Code and others)',
  printed(mcpConfiguration([server])),
]
