import { tables as schema } from '@infra-analysis/core'
import type { Cells, ColumnarTable, Table } from '@infra-analysis/kql'
import { stamp } from '../../clock.ts'
import { tenantId } from '../../estate.ts'
import type { LogTableName } from './names.ts'
import type { Run } from './run.ts'

/** A table of a log: a query asks for the columns that it reads; who wants to see rows gets them made. */
export interface LogTable extends ColumnarTable, Table {}

/** The table that runs make up, one behind the other: a million rows are a few runs, and a column that nobody reads is never made. */
export function logTable(name: LogTableName, runs: readonly Run[]): LogTable {
  const columns = schema['log-analytics'][name] ?? []
  const length = runs.reduce((sum, { times }) => sum + times.length, 0)
  const common: Readonly<Record<string, unknown>> = { TenantId: tenantId, Type: name }
  const cells = (column: string): Cells => {
    if (column === 'TimeGenerated') return numbersOf(runs, length, ({ times }) => times)
    const type = columns.find((one) => one.name === column)?.type
    if (type === 'real' && runs.every(({ varying }) => varying?.column === column))
      return numbersOf(runs, length, ({ varying }) => varying?.cells() as Float64Array)
    return cellsOf(runs, length, column, common[column] ?? (type === 'string' ? '' : null))
  }
  return withRows({ columns, length, cells })
}

function numbersOf(runs: readonly Run[], length: number, part: (run: Run) => ArrayLike<number>): Float64Array {
  const numbers = new Float64Array(length)
  let at = 0
  for (const run of runs) {
    numbers.set(part(run), at)
    at += run.times.length
  }
  return numbers
}

function cellsOf(runs: readonly Run[], length: number, column: string, nothing: unknown): readonly unknown[] {
  const made: unknown[] = []
  made.length = length
  made.fill(nothing)
  let at = 0
  for (const { cells, times, varying } of runs) {
    const end = at + times.length
    if (varying?.column === column) for (const [index, cell] of varying.cells().entries()) made[at + index] = cell
    else if (cells[column] !== undefined) made.fill(cells[column], at, end)
    at = end
  }
  return made
}

/** Tables with the same columns as one, the rows of each behind those of the one before. */
export function together(tables: readonly LogTable[]): LogTable {
  const [first] = tables
  if (first && tables.length === 1) return first
  return withRows({
    columns: first?.columns ?? [],
    length: tables.reduce((sum, { length }) => sum + length, 0),
    cells(column) {
      const parts = tables.map(({ cells }) => cells(column))
      const all = parts.flatMap((part) => Array.from<unknown>(part))
      return parts.every((part) => part instanceof Float64Array) ? Float64Array.from(all as number[]) : all
    },
  })
}

function withRows({ columns, length, cells }: ColumnarTable): LogTable {
  return {
    columns,
    length,
    cells,
    get rows() {
      const sides = columns.map(({ name, type }) => (type === 'datetime' ? spelled(cells(name)) : cells(name)))
      return Array.from({ length }, (_, index) => sides.map((side) => side[index]))
    },
  }
}

const spelled = (times: Cells): Cells =>
  times instanceof Float64Array ? Array.from(times, (at) => stamp(new Date(at))) : times
