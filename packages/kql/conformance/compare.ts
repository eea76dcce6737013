import type { Table } from '../src/table.ts'
import { agrees } from './cell.ts'
import type { Example } from './example.ts'

const SET_FUNCTIONS = /\b(make_set|make_set_if|set_union|set_intersect|set_difference|bag_keys|buildschema)\b/
const ORDERED_LAST = /\|\s*(sort|order|top)\b[^|]*$/

const plainName = (name: string): string => name.toLowerCase().replaceAll(/[\s`]/g, '')

type Row = readonly unknown[]
type Printed = readonly string[]

/** Whether every printed row finds a row of its own. */
const inAnyOrder = (
  printed: readonly Printed[],
  rows: readonly Row[],
  same: (printed: Printed, row: Row) => boolean,
): boolean => {
  const free = [...rows]
  return printed.every((expected) => {
    const index = free.findIndex((row) => same(expected, row))
    if (index < 0) return false
    free.splice(index, 1)
    return true
  })
}

const namesAgree = (example: Example, table: Table): boolean => {
  const { columns } = example.expected
  const bound = example.columnTypes
  const exact = bound?.every(({ name }, index) => plainName(name) === plainName(columns[index] ?? ''))
  return !exact || table.columns.every(({ name }, index) => plainName(name) === plainName(columns[index] ?? ''))
}

/** What is wrong with an answer, or undefined when it agrees with the printed table. */
export const difference = (example: Example, table: Table): string | undefined => {
  const { columns, rows } = example.expected
  if (table.columns.length !== columns.length) return `${table.columns.length} columns instead of ${columns.length}`
  if (!namesAgree(example, table)) return `columns ${table.columns.map(({ name }) => name).join(', ')}`
  // A page may print an empty table as one row of empty cells.
  const printed = table.rows.length === 0 && rows.length === 1 && rows[0]?.every((cell) => cell === '') ? [] : rows
  if (table.rows.length !== printed.length) return `${table.rows.length} rows instead of ${printed.length}`
  const unordered = SET_FUNCTIONS.test(example.query)
  const same = (expected: Printed, row: Row): boolean =>
    expected.every((cell, index) => agrees(table.columns[index]?.type ?? 'dynamic', cell, row[index], unordered))
  const agree = ORDERED_LAST.test(example.query)
    ? printed.every((expected, index) => same(expected, table.rows[index] ?? []))
    : inAnyOrder(printed, table.rows, same)
  return agree ? undefined : 'other cells'
}
