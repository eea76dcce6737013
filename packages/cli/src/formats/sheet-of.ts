import type { Analysis, Answer, ColumnInfo } from '@infra-analysis/core'
import type { common, ValuesOf } from '../options.ts'
import { rankingOf } from '../ranking.ts'
import { cellText } from './cell.ts'
import type { Sheet } from './sheet.ts'

/**
 * What of an answer is shown. People see the brief columns with the worst rows first, where the findings are about the rows; programs
 * see all columns in the answer's own order.
 */
export function sheetOf(
  analysis: Analysis,
  answer: Answer,
  chosen: readonly ColumnInfo[] | undefined,
  { format = 'table', limit = Infinity }: ValuesOf<typeof common>,
): Sheet {
  const isForPeople = format === 'table' || format === 'markdown'
  const ranking = isForPeople && answer.view === analysis.main ? rankingOf(answer) : undefined
  const brief = analysis.views[answer.view]?.brief ?? []
  return {
    headline: answer.summary.headline,
    about: answer,
    columns: chosen ?? (isForPeople ? briefColumns(answer.columns, brief) : answer.columns),
    rows: (ranking?.worstFirst(answer.rows) ?? answer.rows).slice(0, limit),
    textOf: cellText,
    severityOf: chosen ? undefined : ranking?.severityOf,
    isChosen: chosen !== undefined,
  }
}

const briefColumns = (columns: readonly ColumnInfo[], brief: readonly string[]): readonly ColumnInfo[] =>
  brief.flatMap((name) => columns.filter((column) => column.name === name))
