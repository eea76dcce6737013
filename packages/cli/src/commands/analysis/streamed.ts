import { connect, type AnalysisId, numeral, type Place } from '@infra-analysis/core'
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

/**
 * Shows the rows of an analysis while they come, and behind the last one how far they are all there are. What the whole answer would be
 * judged by is never there at once.
 */
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
  const columns = chosen ?? stream.columns
  let count = 0
  async function* sheets(): AsyncGenerator<Sheet> {
    for await (const batch of arriving(rows)) {
      count += batch.length
      yield { about: {}, columns, rows: batch, textOf: cellText, isChosen: true }
    }
  }
  await printArriving(io, format, sheets())

  const look = lookOf(io.stderr, io.env)
  const { evidence, complete, ...outcome } = stream.outcome()
  const extent = hasMore() ? 'and more behind --limit' : complete ? 'complete' : 'not complete'
  print(io.stderr, [look.style.dim(`${rowsInWords(count)}, ${extent}. ${wholeAnswer}`)])
  print(io.stderr, warnings(outcome, look))
  if (values.verbose) print(io.stderr, evidenceOf({ asOf, evidence }, look))
  if (isStrict) requireComplete([{ analysis: analysis.id, complete }])
}

const wholeAnswer = 'Coverage and findings: the same command with --format json.'

const rowsInWords = (count: number): string => `${numeral(count)} ${count === 1 ? 'row' : 'rows'}`
