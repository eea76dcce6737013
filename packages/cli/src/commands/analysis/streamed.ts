import { connect, type AnalysisId, type ColumnInfo, type Place } from '@infra-analysis/core'
import { arriving } from '../../arriving.ts'
import { cellText } from '../../formats/cell.ts'
import type { Row, Sheet } from '../../formats/sheet.ts'
import { print, type Io } from '../../io.ts'
import { limited } from '../../limited.ts'
import { lookOf } from '../../look.ts'
import { evidenceOf } from '../../notes/evidence.ts'
import { warnings } from '../../notes/warnings.ts'
import { printArriving, type ArrivingFormat } from '../../print-arriving.ts'
import { requireComplete } from '../require-complete.ts'
import type { Wanted } from './answered.ts'

/** Shows the rows of an analysis while they come. What the whole answer would be judged by is never there at once. */
export async function streamed(wanted: Wanted, format: ArrivingFormat, place: Place, io: Io): Promise<void> {
  const { analysis, input, view, chosen, values } = wanted
  const asOf = place.source.now().toISOString()
  const fleet = connect(place.source, place.scope)
  const stream = fleet.stream(analysis.id as AnalysisId, input, {
    view: view as never,
    ...(io.signal && { signal: io.signal }),
  })
  const isStrict = values['require-complete'] ?? false
  const { rows, hasMore } = limited<Row>(stream, values.limit ?? Infinity, isStrict)
  await printArriving(io, format, sheets(rows, chosen ?? stream.columns))

  const look = lookOf(io.stderr, io.env)
  const { evidence, complete, ...outcome } = stream.outcome()
  if (hasMore()) print(io.stderr, [look.style.dim('… and more rows (--limit)')])
  print(io.stderr, [look.style.dim('Which machines the rows do not cover, --format json says.')])
  print(io.stderr, warnings(outcome, look))
  if (values.verbose) print(io.stderr, evidenceOf({ asOf, evidence }, look))
  if (isStrict) requireComplete([{ analysis: analysis.id, complete }])
}

async function* sheets(rows: AsyncIterable<Row>, columns: readonly ColumnInfo[]): AsyncGenerator<Sheet> {
  for await (const batch of arriving(rows)) yield { about: {}, columns, rows: batch, textOf: cellText, isChosen: true }
}
