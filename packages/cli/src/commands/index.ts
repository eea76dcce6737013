import type { Io } from '../io.ts'
import { mcp } from '../mcp/command.ts'
import { engineNames, general, output, place, strictness, textOrJson, type Options } from '../options.ts'
import { init } from './init/command.ts'

/** What a command is called with: the arguments behind its name. */
export interface Call {
  readonly name: string
  readonly argv: readonly string[]
  readonly io: Io
}

interface Module {
  /** Writes the result. Throws InfraError. */
  run(call: Call): Promise<void>
}

/** A command besides the analyses. */
export interface Command {
  readonly summary: string
  readonly description?: string
  /** What stands behind the name in its usage. */
  readonly usage: string
  readonly options: Options
  readonly examples?: readonly (readonly [argv: readonly string[], title: string])[]
  readonly load: () => Promise<Module>
}

export const overviewOptions = { ...place, ...textOrJson, ...strictness, ...general } as const satisfies Options
export const doctorOptions = { ...place, ...textOrJson, help: general.help } as const satisfies Options
export const listOptions = { ...textOrJson, help: general.help } as const satisfies Options
export const queryOptions = {
  file: { kind: 'text', description: 'Read the query from this file', placeholder: 'path' },
  engine: {
    kind: 'choice',
    choices: engineNames,
    description: 'Store that is asked, by default the one that has the tables of the query',
    placeholder: 'engine',
  },
  check: { kind: 'switch', description: 'Only check the query, and say what it reads and gives' },
  ...place,
  ...output,
  ...strictness,
  ...general,
} as const satisfies Options
export const sandboxOptions = {
  port: { kind: 'count', description: 'Port to listen on, by default one that is free', placeholder: 'n' },
  faults: {
    kind: 'text',
    many: true,
    description: 'What goes wrong, such as 429:3@resource-graph, 500@page2, cut@page3 or slow=50ms',
    placeholder: 'rule',
  },
  'sandbox-machines': place['sandbox-machines'],
  'sandbox-seed': place['sandbox-seed'],
  help: general.help,
} as const satisfies Options

/** The commands besides the analyses, each loaded when it is called. */
export const commands = {
  overview: {
    summary: 'The state of the fleet: every analysis in brief, the worst first',
    usage: '[options]',
    options: overviewOptions,
    load: () => import('./overview.ts'),
  },
  doctor: {
    summary: 'Whether each analysis can run here and now, and what mends it',
    description:
      'Checks sign-in, subscriptions, machines, agents, workspaces and tables. Exits 0 when every analysis can run, 3 when rights are missing, and 4 when data is missing.',
    usage: '[options]',
    options: doctorOptions,
    examples: [
      [['doctor', '--sandbox'], 'The sample fleet'],
      [['doctor', '--sandbox', '--format', 'json'], 'The same for a pipeline'],
    ],
    load: () => import('./doctor.ts'),
  },
  query: {
    summary: 'Check and run a KQL query of your own',
    description:
      "The query is an argument in quotes, a file, or the standard input when the argument is '-'. Its mistakes are shown in their place before anything is asked.",
    usage: "('<kql>' | --file <path> | -) [options]",
    options: queryOptions,
    examples: [
      [['query', '--sandbox', 'resources | summarize count() by type'], 'What the fleet is made of'],
      [['query', '--check', '--file', 'query.kql'], 'Check a file; nothing is asked'],
      [['query', '--sandbox', '--format', 'csv', '-'], 'Answer the standard input as CSV'],
    ],
    load: () => import('./query.ts'),
  },
  sandbox: {
    summary: 'Serve the sample fleet as Azure would, on this machine only',
    description:
      'Speaks the protocols of Resource Graph and Log Analytics on loopback until Ctrl-C. The standard output has the environment variables that lead a program there; the standard error has one line of JSON.',
    usage: 'serve [options]',
    options: sandboxOptions,
    examples: [
      [['sandbox', 'serve'], 'Serve the sample fleet'],
      [['sandbox', 'serve', '--faults', '429:3@resource-graph,cut@page2'], 'Serve it as on a bad day'],
    ],
    load: () => import('./sandbox.ts'),
  },
  mcp,
  init,
  list: { summary: 'The analyses', usage: '[options]', options: listOptions, load: () => import('./list.ts') },
  help: { summary: 'Help on a command', usage: '[command]', options: {}, load: () => import('./help.ts') },
} as const satisfies Readonly<Record<string, Command>>

export const isCommand = (name: string): name is keyof typeof commands => Object.hasOwn(commands, name)
