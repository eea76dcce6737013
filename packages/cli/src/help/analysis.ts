import { columnsOf, type Analysis, type View } from '@infra-analysis/core'
import { commandLine } from '../command-line.ts'
import { analysisOptions } from '../commands/analysis-options.ts'
import { headerOf } from '../formats/header.ts'
import type { Look } from '../look.ts'
import { common } from '../options.ts'
import { wrapped } from '../text/wrap.ts'
import { commandBlock } from '../text/commands.ts'
import { optionEntries } from './options.ts'
import { block, section, type Entry } from '../text/section.ts'

/** Help on an analysis, all from its declaration. */
export function analysisHelp(analysis: Analysis, look: Look): readonly string[] {
  const { id, title, description, main, examples } = analysis
  const views = Object.entries(analysis.views)
  return [
    `${look.style.bold(`infra-cli ${id}`)}: ${title}`,
    ...wrapped(description, look.textWidth),
    ...block('Usage', [`infra-cli ${id} [options]`], look),
    ...section('Options of this analysis', optionEntries(analysisOptions(analysis)), look),
    ...section('Options of all analyses', optionEntries(common), look),
    ...section(
      'Views',
      views.map(([name, view]): Entry => [name === main ? `${name} (default)` : name, view.description]),
      look,
    ),
    ...views.flatMap(([name, view]) => section(`Columns of ${name} (* stands in a table)`, columnEntries(view), look)),
    ...commandBlock(
      'Examples',
      examples.map((example) => [commandLine(analysis, example.input, '--sandbox'), example.title]),
      look,
    ),
  ]
}

const columnEntries = ({ row, brief }: View): readonly Entry[] =>
  columnsOf(row).map((column) => [`${brief.includes(column.name) ? '*' : ' '} ${headerOf(column)}`, column.description])
