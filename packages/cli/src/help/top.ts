import { analyses } from '../analyses.generated.ts'
import { commands } from '../commands/index.ts'
import type { Look } from '../look.ts'
import { common } from '../options.ts'
import { optionEntries } from './options.ts'
import { block, section, type Entry } from '../text/section.ts'
import { line } from '../text/shell.ts'

const analysisEntries = analyses.map(({ id, summary }): Entry => [id, summary])
const commandEntries = Object.entries(commands).map(([name, { summary }]): Entry => [name, summary])

/** Help on everything. */
export const topHelp = (look: Look): readonly string[] => [
  `${look.style.bold('infra-cli')} answers which of your servers, in Azure and behind Azure Arc, are in trouble.`,
  ...block('Usage', ['infra-cli <command> [options]'], look),
  ...section('Analyses', analysisEntries, look, commandEntries),
  ...section('Commands', commandEntries, look, analysisEntries),
  ...section('Options', [...optionEntries(common), ['--version', 'Print the version']], look),
  ...block('Examples', examples, look),
]

const examples = [
  'infra-cli overview --sandbox',
  `infra-cli ${analyses[0].id} --sandbox --format csv > ${analyses[0].id}.csv`,
  line(commands.query.examples[0][0]),
  `infra-cli ${analyses[0].id} --help`,
]
