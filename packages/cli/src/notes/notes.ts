import type { Analysis, Answer } from '@infra-analysis/core'
import type { Sheet } from '../formats/sheet.ts'
import type { Look } from '../look.ts'
import type { common, ValuesOf } from '../options.ts'
import { attention } from './attention.ts'
import { gaps } from './gaps.ts'
import { leftOut } from './left-out.ts'
import { next } from './next.ts'
import { warnings } from './warnings.ts'

/**
 * What to know beside the rows. Behind a table comes what needs attention, so that it is still on the screen when the table has scrolled
 * by; Markdown brings only what its rows do not say, and JSON says it all.
 */
export function notesOn(
  analysis: Analysis,
  answer: Answer,
  sheet: Sheet,
  values: ValuesOf<typeof common>,
  look: Look,
  tableWidth: number,
): readonly string[] {
  const hidden = answer.rows.length - sheet.rows.length
  const more = hidden > 0 ? [look.style.dim(`… and ${hidden} more of ${answer.rows.length} rows (--limit)`)] : []
  const { format = 'table' } = values
  if (format === 'json') return more
  const trust = [...gaps(analysis, answer, look), ...warnings(answer, look)]
  if (format !== 'table') return [...more, ...trust]
  return [
    ...more,
    ...leftOut(sheet, tableWidth, look),
    ...attention(answer, look),
    ...trust,
    ...next(analysis, answer, values, look),
  ]
}
