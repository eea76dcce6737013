import type { Command } from '../commands/index.ts'
import { mcpOptions } from './options.ts'

/** `infra-cli mcp`, as help and the registry of commands know it. */
export const mcp = {
  summary: 'Serve the analyses to agents over MCP, or check such a server',
  description:
    'Serves one client over the standard streams, or with --http many over loopback. Where no place is given, INFRA_SUBSCRIPTIONS, INFRA_MANAGEMENT_GROUPS, INFRA_WORKSPACES, INFRA_CREDENTIAL, INFRA_TENANT and INFRA_CLOUD name it, else everything that the sign-in sees is asked; INFRA_LOG_DIR stands in for --log-dir. mcp check connects as a client would, calls one tool and says what to mend; the command of a local server stands behind --.',
  usage: '[options] | check [options] (<url> | -- <command>)',
  options: mcpOptions,
  examples: [
    [['mcp', '--sandbox'], 'Serve the sample fleet to the client that starts it'],
    [['mcp', '--sandbox', '--print-config'], 'How a client starts it'],
    [['mcp', '--http', '--port', '3001', '--workspace', '<guid>'], 'Serve clients that connect by URL'],
    [['mcp', 'check', '--', 'npx', '-y', 'infra-cli', 'mcp', '--sandbox'], 'Check a local server'],
    [
      ['mcp', 'check', '--key', '<key>', 'https://<app>.azurewebsites.net/runtime/webhooks/mcp'],
      'Check a deployed one',
    ],
  ],
  load: () => import('../commands/mcp.ts'),
} as const satisfies Command
