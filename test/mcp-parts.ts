import { jobs, tools } from '../packages/core/src/index.ts'
import { mcpConfiguration } from '../packages/cli/src/copilot/configurations.ts'
import { printed } from '../packages/cli/src/copilot/jsonc/print.ts'
import {
  azureServer,
  deployedServer,
  published,
  sandboxServer,
  type Server,
} from '../packages/cli/src/copilot/servers.ts'
import { firstSentence } from '../packages/cli/src/text/sentence.ts'

/** What pages about the MCP server repeat, by the name that stands in their markers. */
export const mcpParts: Readonly<Record<string, () => string>> = {
  tools: () =>
    table(
      ['tool', 'what it answers'],
      tools().map(({ name, description }) => [name, firstSentence(description)]),
    ),
  jobs: () =>
    table(
      ['job', 'what it does'],
      jobs.map(({ name, description }) => [name, firstSentence(description)]),
    ),
  'client sandbox': () => entry(sandboxServer(published)),
  'client azure': () => entry(azureServer(published, ['--subscription', '<guid>', '--workspace', '<guid>'])),
  'client deployed': () => entry(deployedServer('https://<app>.azurewebsites.net/runtime/webhooks/mcp', true)),
}

const table = (head: readonly string[], rows: readonly (readonly [name: string, meaning: string])[]): string =>
  [`| ${head.join(' | ')} |`, '|---|---|', ...rows.map(([name, meaning]) => `| \`${name}\` | ${meaning}. |`)].join('\n')

const entry = (server: Server): string => `\`\`\`json\n${printed(mcpConfiguration([server]))}\n\`\`\``
