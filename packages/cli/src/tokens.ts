import { parseArgs } from 'node:util'
import type { Options } from './options.ts'

type Tokens = NonNullable<ReturnType<typeof parseArgs<{ strict: false; tokens: true }>>['tokens']>

/** The parts of a command line in order; options that are not known count as switches. */
export function tokensOf(argv: readonly string[], options: Options): Tokens {
  const config = Object.entries(options).map(([name, { kind, short }]) => [
    name,
    { type: kind === 'switch' ? 'boolean' : 'string', ...(short ? { short } : {}) } as const,
  ])
  return parseArgs({ args: [...argv], options: Object.fromEntries(config), strict: false, tokens: true }).tokens
}
