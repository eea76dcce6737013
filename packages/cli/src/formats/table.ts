import { harmless } from '../text/harmless.ts'
import { padded, shortened } from '../text/width.ts'
import { wrapped } from '../text/wrap.ts'
import { gap } from './fit.ts'
import { layoutOf } from './layout.ts'
import { markOf } from './mark.ts'
import type { Format } from './sheet.ts'

const space = ' '.repeat(gap)

/** The headline, where there is one, then the rows; fitted to a terminal's width, whole in a pipe. */
export const table: Format = function* (sheet, { width, textWidth, style }) {
  const { headline, rows, severityOf } = sheet
  if (headline !== undefined) {
    yield* wrapped(harmless(headline), textWidth).map(style.bold)
    if (rows.length === 0) return
    yield ''
  }
  const { margin, columns, cells } = layoutOf(sheet, width)
  const lineOf = (texts: readonly string[]) =>
    columns
      .map((column, i) => padded(shortened(texts[i] ?? '', column.width), column.width, column.align))
      .join(space)
      .trimEnd()

  yield ' '.repeat(margin) + style.bold(lineOf(columns.map(({ header }) => header)))
  yield ' '.repeat(margin) + style.dim(columns.map((column) => '─'.repeat(column.width)).join(space))
  for (const [i, row] of rows.entries()) {
    const mark = severityOf ? markOf(severityOf(row), style) + space : ''
    yield mark + lineOf(cells[i] ?? [])
  }
}
