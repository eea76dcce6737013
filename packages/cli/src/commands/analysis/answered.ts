import { run as ask, type Analysis, type ColumnInfo, type Place } from '@infra-analysis/core'
import { formats } from '../../formats/index.ts'
import { sheetOf } from '../../formats/sheet-of.ts'
import { print, printResult, type Io } from '../../io.ts'
import { lookOf } from '../../look.ts'
import { evidenceOf } from '../../notes/evidence.ts'
import { notesOn } from '../../notes/notes.ts'
import type { common, ValuesOf } from '../../options.ts'
import { measureFor } from '../../text/width.ts'
import { requireComplete } from '../require-complete.ts'

/** What is asked of an analysis, and how it is shown. */
export interface Wanted {
  readonly analysis: Analysis
  readonly input: Readonly<Record<string, unknown>>
  readonly view: string
  readonly chosen: readonly ColumnInfo[] | undefined
  readonly values: ValuesOf<typeof common>
}

/** Shows the whole answer of an analysis. */
export async function answered({ analysis, input, view, chosen, values }: Wanted, place: Place, io: Io): Promise<void> {
  const answer = await ask(analysis, input, place, { view, signal: io.signal })
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
