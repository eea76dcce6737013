import { type Analysis, viewOf } from '../analysis.ts'
import type { Answer } from '../answer.ts'
import { type ColumnInfo, columnsOf, proseIn } from '../columns.ts'
import { invalid } from '../errors.ts'
import { didYouMean } from '../nearest.ts'

/** A whole answer in the columns that were asked for, before anything is cut. */
export interface Result {
  readonly answer: Omit<Answer, 'rows'>
  readonly columns: readonly ColumnInfo[]
  /** Names of the columns that hold free text. */
  readonly prose: ReadonlySet<string>
  readonly otherColumns: readonly string[]
  readonly otherViews: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
}

/** The columns of a view by name; its brief ones unless named. Throws InvalidInput that lists the columns. */
export function chosenColumns(analysis: Analysis, view: string, names: readonly string[]): readonly ColumnInfo[] {
  const { row, brief } = viewOf(analysis, view)
  const all = columnsOf(row)
  const known = all.map(({ name }) => name)
  const columnOf = (wanted: string): ColumnInfo => {
    const column = all.find(({ name }) => name.toLowerCase() === wanted.toLowerCase())
    if (column) return column
    const some = known.length > 24 ? `${known.slice(0, 24).join(', ')}, …` : known.join(', ')
    throw invalid(`The view '${view}' has no column '${wanted}'.${didYouMean(wanted, known)}`, `Columns: ${some}`)
  }
  return [...new Set((names.length > 0 ? names : brief).map(columnOf))]
}

/** An answer in these columns. */
export function resultOf(analysis: Analysis, { rows, ...answer }: Answer, columns: readonly ColumnInfo[]): Result {
  const { row } = viewOf(analysis, answer.view)
  const isOther = ({ name }: ColumnInfo) => columns.every((chosen) => chosen.name !== name)
  return {
    answer,
    columns,
    prose: proseIn(row),
    otherColumns: columnsOf(row)
      .filter(isOther)
      .map(({ name }) => name),
    otherViews: Object.keys(analysis.views).filter((name) => name !== answer.view),
    rows: rows.map((cells) => columns.map(({ name }) => cells[name])),
  }
}
