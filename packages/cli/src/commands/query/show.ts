import type { Page } from '@infra-analysis/core'
import { chosenColumns } from '../../columns.ts'
import { formats } from '../../formats/index.ts'
import { kqlCell } from '../../formats/kql-cell.ts'
import type { Sheet } from '../../formats/sheet.ts'
import { print, printResult, type Io } from '../../io.ts'
import { lookOf } from '../../look.ts'
import { leftOut } from '../../notes/left-out.ts'
import type { ValuesOf } from '../../options.ts'
import { isArriving, printArriving } from '../../print-arriving.ts'
import { measureFor } from '../../text/width.ts'
import type { queryOptions } from '../index.ts'
import type { Asking } from './ask.ts'

type Values = Pick<ValuesOf<typeof queryOptions>, 'format' | 'columns'>
type Rows = Pick<Page, 'columns' | 'rows'>

/** Shows the rows of a query: CSV and NDJSON page by page as they arrive, the other formats when all are there. */
export async function show(asking: Asking, values: Values, io: Io): Promise<void> {
  const { format = 'table' } = values
  const look = lookOf(io.stdout, io.env)
  if (isArriving(format)) {
    await printArriving(io, format, sheets(asking.pages, values))
  } else {
    const whole = sheetOf(await gathered(asking.pages), values)
    const { asOf, gaps, evidence } = asking
    const { engine, kql } = evidence()
    const about = { engine, kql, asOf, warnings: gaps, complete: gaps.length === 0 }
    if (format === 'table') await measureFor(JSON.stringify([whole.columns, whole.rows]))
    await printResult(io, formats[format]({ ...whole, about }, look))
    if (format === 'table') print(io.stderr, leftOut(whole, look.width, lookOf(io.stderr, io.env)))
  }
}

async function* sheets(pages: AsyncIterable<Page>, values: Values): AsyncGenerator<Sheet> {
  for await (const page of pages) yield sheetOf(page, values)
}

async function gathered(pages: AsyncIterable<Page>): Promise<Rows> {
  const all: { columns: Page['columns']; rows: (readonly unknown[])[] } = { columns: [], rows: [] }
  for await (const { columns, rows } of pages) {
    all.columns = columns
    for (const row of rows) all.rows.push(row)
  }
  return all
}

function sheetOf({ columns, rows }: Rows, { columns: names }: Values): Sheet {
  const chosen = chosenColumns(columns, 'The result', names)
  return {
    about: {},
    columns: chosen ?? columns,
    rows: rows.map((cells) => Object.fromEntries(columns.map(({ name }, slot) => [name, cells[slot]]))),
    textOf: kqlCell,
    isChosen: chosen !== undefined,
  }
}
