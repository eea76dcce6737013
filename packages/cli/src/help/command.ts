import { commands, type Command } from '../commands/index.ts'
import type { Look } from '../look.ts'
import { commandBlock } from '../text/commands.ts'
import { block, section } from '../text/section.ts'
import { line } from '../text/shell.ts'
import { wrapped } from '../text/wrap.ts'
import { optionEntries } from './options.ts'

/** Help on a command that is not an analysis. */
export function commandHelp(name: keyof typeof commands, look: Look): readonly string[] {
  const { summary, description, usage, options, examples = [] }: Command = commands[name]
  return [
    `${look.style.bold(`infra-cli ${name}`)}: ${summary}`,
    ...(description ? wrapped(description, look.textWidth) : []),
    ...block('Usage', [`infra-cli ${name} ${usage}`], look),
    ...(Object.keys(options).length > 0 ? section('Options', optionEntries(options), look) : []),
    ...(examples.length > 0
      ? commandBlock(
          'Examples',
          examples.map(([argv, title]) => [line(argv), title]),
          look,
        )
      : []),
  ]
}
