import { commands, isCommand } from './commands/index.ts'
import { statusOf } from './exit.ts'
import { failure } from './failure.ts'
import { print, type Io } from './io.ts'
import { common, type Options } from './options.ts'
import { styleOf } from './style.ts'
import { tokensOf } from './tokens.ts'
import { version } from './version.ts'

/** Runs a command line and answers with its exit status. Only what the command needs is loaded. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    await runCommand(argv, io)
    return io.signal?.aborted ? 130 : 0
  } catch (error) {
    const status = io.signal?.aborted ? 130 : statusOf(error)
    const lines = failure(error, styleOf(io.stderr, io.env), argv.includes('--verbose'))
    if (status !== 130) print(io.stderr, lines)
    return status
  }
}

const anywhere = { ...common, version: { kind: 'switch', description: 'Print the version' } } as const satisfies Options

async function runCommand(argv: readonly string[], io: Io): Promise<void> {
  const tokens = tokensOf(argv, anywhere)
  const options = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []))
  if (options.includes('version')) return print(io.stdout, [version()])
  const command = tokens.find((token) => token.kind === 'positional')
  const name = command?.value ?? 'help'
  if (!command && options.some((option) => option !== 'help')) {
    const { missingCommand } = await import('./commands/unknown.ts')
    throw missingCommand(argv)
  }
  if (options.includes('help') && name !== 'help') return help(name, io)
  const { run } = await load(name)
  await run({ name, argv: argv.filter((_, i) => i !== command?.index), io })
}

async function help(name: string, io: Io): Promise<void> {
  const { run } = await commands.help.load()
  await run({ name: 'help', argv: [name], io })
}

function load(name: string) {
  return isCommand(name) ? commands[name].load() : import('./commands/analysis.ts')
}
