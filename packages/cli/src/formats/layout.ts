import { widthOf } from '../text/width.ts'
import { isRightAligned, isShortenable } from './cell.ts'
import { fit, gap } from './fit.ts'
import { headerOf } from './header.ts'
import { markWidth } from './mark.ts'
import type { Sheet } from './sheet.ts'

interface LaidOutColumn {
  readonly header: string
  readonly width: number
  readonly isShortenable: boolean
  readonly align: 'left' | 'right'
}

/** A table before it is written. */
export interface Layout {
  /** Columns before the first header, for the marks. */
  readonly margin: number
  readonly columns: readonly LaidOutColumn[]
  readonly cells: readonly (readonly string[])[]
  /** The headers for which there is no room. */
  readonly leftOut: readonly string[]
}

/** Cells as text, and the columns that fit into a width. */
export function layoutOf({ columns, rows, textOf, severityOf, isChosen }: Sheet, width: number): Layout {
  const margin = severityOf ? markWidth + gap : 0
  const cells = rows.map((row) => columns.map((column) => textOf(row[column.name], column)))
  const wanted = columns.map((column, i): LaidOutColumn => {
    const header = headerOf(column)
    return {
      header,
      width: cells.reduce((widest, line) => Math.max(widest, widthOf(line[i] ?? '')), widthOf(header)),
      isShortenable: isShortenable(column),
      align: isRightAligned(column) ? 'right' : 'left',
    }
  })
  const fitted = fit(wanted, width - margin, isChosen)
  return { margin, columns: fitted, cells, leftOut: wanted.slice(fitted.length).map(({ header }) => header) }
}
