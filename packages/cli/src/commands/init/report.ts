import { agentName } from '../../copilot/agent.ts'
import { keyVariable } from '../../copilot/configurations.ts'
import type { Change } from '../../copilot/plan.ts'
import { serverNames, type Server } from '../../copilot/servers.ts'
import type { Look } from '../../look.ts'
import { section, type Entry } from '../../text/section.ts'
import { wrapped } from '../../text/wrap.ts'

/** What was done about each file, and what comes next. */
export function report(changes: readonly Change[], server: Server, look: Look): readonly string[] {
  const isKept = changes.some(({ action, kept = [] }) => action === 'keep' || kept.length > 0)
  return [
    ...section('Files', changes.map(done), look).slice(1),
    ...(isKept ? ['', ...wrapped('What differs from ours is kept: --force overwrites it.', look.textWidth)] : []),
    ...section('Next', next(server), look),
  ]
}

const words: Readonly<Record<Change['action'], string>> = {
  write: 'written',
  overwrite: 'overwritten',
  add: 'merged',
  keep: 'kept',
  leave: 'unchanged',
}

const done = ({ path, action, kept = [] }: Change): Entry => [
  words[action],
  path + (kept.length > 0 ? `, where ${kept.join(' and ')} differs` : ''),
]

const next = (server: Server): readonly Entry[] => [
  ...before(server),
  ['VS Code', `Start ${server.name} by 'MCP: List Servers', pick the agent ${agentName} in the chat, and ask.`],
  ['copilot, claude', `Start it in this folder and say that you trust the server ${server.name}.`],
  ['ask', 'Which servers lack security patches, and since when?'],
]

function before(server: Server): readonly Entry[] {
  if ('url' in server) return server.takesKey ? [key] : []
  if (server.name === serverNames.sandbox) return []
  return server.args.includes('--workspace') ? [doctor] : [doctor, withoutLogs]
}

const key: Entry = ['key', `VS Code asks for it; for other clients set ${keyVariable} before they start.`]
const doctor: Entry = ['infra-cli doctor', 'Says what you can see in Azure, and what is missing.']
const withoutLogs: Entry = ['--workspace', 'Was not given: only what Resource Graph knows is answered.']
