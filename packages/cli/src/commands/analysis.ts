import { columnsOf, run as ask, type Analysis, type ColumnInfo } from '@infra-analysis/core'
import { parseOptions } from '../args.ts'
import { flagsOf, inputOf } from '../flags.ts'
import { formats } from '../formats/index.ts'
import { sheetOf } from '../formats/sheet-of.ts'
import { print, printResult } from '../io.ts'
import { lookOf } from '../look.ts'
import { chosenColumns } from '../columns.ts'
import { evidenceOf } from '../notes/evidence.ts'
import { notesOn } from '../notes/notes.ts'
import { common } from '../options.ts'
import { openPlace } from '../source.ts'
import { measureFor } from '../text/width.ts'
import { analysisOptions } from './analysis-options.ts'
import { noArguments } from './arguments.ts'
import type { Call } from './index.ts'
import { knownAnalysis } from './known-analysis.ts'
import { requireComplete } from './require-complete.ts'
import { showKql } from './show-kql.ts'

/** Runs an analysis and shows its answer. */
export async function run({ name, argv, io }: Call): Promise<void> {
  const analysis = knownAnalysis(name)
  const { values, positionals } = parseOptions(argv, { ...analysisOptions(analysis), ...common })
  const flags = flagsOf(analysis)
  noArguments(name, positionals, `Options of this analysis: ${flags.map((flag) => `--${flag.name}`).join(', ')}.`)
  const input = inputOf(flags, values)
  const view = (values['view'] as string | undefined) ?? analysis.main
  const chosen = chosenColumns(columnsOfView(analysis, view), `'${view}'`, values.columns)
  if (values['show-kql']) return showKql({ analysis, input, view, values, io })

  const { source, scope } = await (io.open ?? openPlace)(values, io.signal)
  const answer = await ask(analysis, input, { source, scope }, { view, signal: io.signal })
  io.signal?.throwIfAborted()
  const sheet = sheetOf(analysis, answer, chosen, values)
  const { format = 'table' } = values
  if (format === 'table') await measureFor(JSON.stringify([sheet.rows, answer.findings]))
  const look = lookOf(io.stdout, io.env)
  await printResult(io, formats[format](sheet, look))
  const notes = lookOf(io.stderr, io.env)
  print(io.stderr, notesOn(analysis, answer, sheet, values, notes, look.width))
  if (values.verbose) print(io.stderr, evidenceOf(answer, notes))
  if (values['require-complete']) requireComplete([answer])
}

const columnsOfView = ({ views }: Analysis, view: string): readonly ColumnInfo[] => {
  const row = views[view]?.row
  return row ? columnsOf(row) : []
}
