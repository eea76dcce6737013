import { columnsOf, type Analysis, type ColumnInfo } from '@infra-analysis/core'
import { parseOptions } from '../args.ts'
import { chosenColumns } from '../columns.ts'
import { withOutput } from '../file.ts'
import { flagsOf, inputOf } from '../flags.ts'
import { common } from '../options.ts'
import { isArriving } from '../print-arriving.ts'
import { openPlace } from '../source.ts'
import { analysisOptions } from './analysis-options.ts'
import { answered } from './analysis/answered.ts'
import { streamed } from './analysis/streamed.ts'
import { noArguments } from './arguments.ts'
import type { Call } from './index.ts'
import { knownAnalysis } from './known-analysis.ts'
import { showKql } from './show-kql.ts'

/** Runs an analysis and shows its answer: as CSV and NDJSON row by row, in the other formats when it is whole. */
export async function run({ name, argv, io }: Call): Promise<void> {
  const analysis = knownAnalysis(name)
  const { values, positionals } = parseOptions(argv, { ...analysisOptions(analysis), ...common })
  const flags = flagsOf(analysis)
  noArguments(name, positionals, `Options of this analysis: ${flags.map((flag) => `--${flag.name}`).join(', ')}.`)
  const input = inputOf(flags, values)
  const view = (values['view'] as string | undefined) ?? analysis.main
  const chosen = chosenColumns(columnsOfView(analysis, view), `'${view}'`, values.columns)

  await withOutput(values.output, io, async (to) => {
    if (values['show-kql']) return showKql({ analysis, input, view, values, io: to })
    const place = await (io.open ?? openPlace)(values, io.signal, io.env)
    const wanted = { analysis, input, view, chosen, values }
    return isArriving(values.format) ? streamed(wanted, values.format, place, to) : answered(wanted, place, to)
  })
}

const columnsOfView = ({ views }: Analysis, view: string): readonly ColumnInfo[] => {
  const row = views[view]?.row
  return row ? columnsOf(row) : []
}
