import { KqlError } from '../errors.ts'
import type { Column, ColumnarTable, ScalarType, Table } from '../table.ts'
import type { Row } from './context.ts'
import type { Frame } from './frame.ts'
import { holdingOf } from './holding.ts'
import { toWire } from './wire.ts'

/** A table's rows as the engine reads them: the wanted columns, found by name; as arrays they hold the `used` cells only, if not all. */
export function readTable(
  table: Table | ColumnarTable,
  wanted: readonly Column[],
  name: string,
  used: () => ReadonlySet<number> | undefined,
): Frame {
  const places = wanted.map((column) => placeOf(table.columns, column, name))
  const inPlace = places.length === table.columns.length && places.every((place, slot) => place === slot)
  const { length, column, rows } = holdingOf(table)
  return {
    length,
    width: wanted.length,
    column: (slot) => column(places[slot] as number),
    rows() {
      const slots = used()
      const found = rows(slots ? places.filter((_, slot) => slots.has(slot)) : places)
      return inPlace ? found : found.map((row) => places.map((place) => row[place]))
    },
  }
}

function placeOf(columns: readonly Column[], wanted: Column, table: string): number {
  const place = columns.findIndex(({ name, type }) => name === wanted.name && type === wanted.type)
  if (place < 0) throw new KqlError(`the table ${table} has no ${wanted.type} column ${wanted.name}`)
  return place
}

/** Rows of the engine as a table; rows that nobody else holds (`owned`) become the table's own. */
export function writeTable(columns: readonly Column[], rows: readonly Row[], owned: boolean): Table {
  const fits = owned && rows[0]?.length === columns.length
  const written = (fits ? rows : rows.map((row) => row.slice(0, columns.length))) as unknown[][]
  const writers = columns.map(({ type }) => toWire(type))
  const numbers = [...writers.keys()].filter((slot) => holdsNumbers(columns[slot]?.type))
  const others = [...writers.keys()].filter((slot) => writers[slot] && !numbers.includes(slot))
  if (numbers.length + others.length === 0) return { columns, rows: written }
  for (const row of written) {
    for (const slot of numbers) {
      const cell = row[slot]
      if (cell !== null && !Number.isFinite(cell)) row[slot] = writers[slot]?.(cell)
    }
    for (const slot of others) {
      const cell = row[slot]
      if (cell !== null) row[slot] = writers[slot]?.(cell)
    }
  }
  return { columns, rows: written }
}

// Nearly all of their cells are finite numbers, which are the same in both forms.
const holdsNumbers = (type: ScalarType | undefined): boolean => type === 'long' || type === 'real'
