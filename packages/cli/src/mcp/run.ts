import { parseOptions } from '../args.ts'
import { noArguments } from '../commands/arguments.ts'
import type { Call } from '../commands/index.ts'
import { checkOptions, mcpOptions, serveOptions } from './options.ts'

/** Reads the command line and does what it says. Throws InvalidInput. */
export async function runMcp({ name, argv, io }: Call): Promise<void> {
  const [action] = parseOptions(argv, mcpOptions).positionals
  if (action === 'check') {
    const { values, positionals } = parseOptions(argv, checkOptions)
    const { check } = await import('./check.ts')
    return check(positionals.slice(1), values, io)
  }
  const { values, positionals } = parseOptions(argv, serveOptions)
  noArguments(name, positionals)
  const { serve } = await import('./serve.ts')
  return serve(values, io)
}
