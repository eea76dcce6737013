import type { Command } from '../index.ts'
import { initOptions } from './options.ts'

/** `infra-cli init`, as help and the registry of commands know it. */
export const init = {
  summary: 'Set a repository up for agents: configuration, skills, prompts',
  description:
    'Writes .vscode/mcp.json, .mcp.json and the skills, the agent and the prompts for Copilot in .github. Configurations keep what they have, files that differ stay as they are, and nothing is written when a configuration cannot be read. Call it again for another server.',
  usage: 'copilot [options]',
  options: initOptions,
  examples: [
    [['init', 'copilot', '--sandbox'], 'Try it on the sample fleet'],
    [['init', 'copilot', '--subscription', '<guid>', '--workspace', '<guid>'], 'Your fleet, as whoever did az login'],
    [['init', 'copilot', '--remote', 'https://<app>.azurewebsites.net'], 'A deployed server'],
  ],
  load: () => import('../init.ts'),
} as const satisfies Command
