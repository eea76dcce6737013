import { commandHelp } from '../help/command.ts'
import { topHelp } from '../help/top.ts'
import { print } from '../io.ts'
import { lookOf } from '../look.ts'
import { isCommand, type Call } from './index.ts'

/** Prints help: on all, or on the command that is named. */
export async function run({ argv, io }: Call): Promise<void> {
  const look = lookOf(io.stdout, io.env)
  const name = argv.find((argument) => !argument.startsWith('-'))
  if (name === undefined) return print(io.stdout, topHelp(look))
  if (isCommand(name)) return print(io.stdout, commandHelp(name, look))
  const [{ knownAnalysis }, { analysisHelp }] = await Promise.all([
    import('./known-analysis.ts'),
    import('../help/analysis.ts'),
  ])
  return print(io.stdout, analysisHelp(knownAnalysis(name), look))
}
