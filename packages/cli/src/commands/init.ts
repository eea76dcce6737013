import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseOptions } from '../args.ts'
import { planned, type Change } from '../copilot/plan.ts'
import { print } from '../io.ts'
import { lookOf } from '../look.ts'
import { invalid } from '../usage.ts'
import { noArguments } from './arguments.ts'
import type { Call } from './index.ts'
import { initOptions } from './init/options.ts'
import { report } from './init/report.ts'
import { serverFrom } from './init/server.ts'

/** Writes into a repository what Copilot and other clients need to use the MCP server, and says what it did and what comes next. */
export async function run({ name, argv, io }: Call): Promise<void> {
  const { values, positionals } = parseOptions(argv, initOptions)
  const [what, ...rest] = positionals
  if (what !== 'copilot') throw invalid(`'${name}' does not say what to write`, `Say 'infra-cli ${name} copilot'.`)
  noArguments(`${name} ${what}`, rest, `See 'infra-cli ${name} --help'.`)
  const { dir = '.', force = false } = values
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory())
    throw invalid(`'${dir}' is not a folder`, 'Name one with --dir.')
  const server = serverFrom(values)
  const changes = planned(dir, server, force)
  write(dir, changes)
  print(io.stdout, report(changes, server, lookOf(io.stdout, io.env)))
}

function write(dir: string, changes: readonly Change[]): void {
  for (const { path, text, action } of changes) {
    if (action === 'keep' || action === 'leave') continue
    const file = join(dir, path)
    try {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      throw invalid(
        `'${file}' cannot be written (${code})`,
        'Make room for it, and call again: what is written already stays.',
      )
    }
  }
}
