import { KqlError } from '../errors.ts'
import type { Column, ScalarType, Table } from '../table.ts'
import { forgetColumn, stay } from './columns.ts'
import type { Row } from './context.ts'
import { type Conversion, fromWire, toWire } from './wire.ts'

/** A table's rows on their way into the engine's form: a copy once a column needed it, and the columns done so far. */
interface Progress {
  copy: unknown[][] | undefined
  readonly done: Set<number>
}

const progress = new WeakMap<Table, Progress>()

/**
 * A table's rows as the engine reads them: the wanted columns, found by name. Only the cells of the `used` slots are in the engine's
 * form, and the table's own rows serve where that is the wire's too.
 */
export function readTable(
  table: Table,
  wanted: readonly Column[],
  name: string,
  used: ReadonlySet<number> | undefined,
): readonly Row[] {
  const places = wanted.map((column) => placeOf(table, column, name))
  wanted.forEach(({ type }, slot) => {
    if (!used || used.has(slot)) convertColumn(table, places[slot] as number, fromWire(type))
  })
  const rows = progress.get(table)?.copy ?? table.rows
  const inPlace = places.length === table.columns.length && places.every((place, slot) => place === slot)
  if (!inPlace) return rows.map((row) => places.map((place) => row[place]))
  stay(rows)
  return rows
}

function placeOf({ columns }: Table, wanted: Column, table: string): number {
  const place = columns.findIndex(({ name, type }) => name === wanted.name && type === wanted.type)
  if (place < 0) throw new KqlError(`the table ${table} has no ${wanted.type} column ${wanted.name}`)
  return place
}

/** Converts, and knows the last cell: rows of one moment lie side by side in a log. */
function remembering(convert: Conversion): Conversion {
  let [last, converted] = [null as unknown, convert(null)]
  return (cell) => {
    if (Object.is(cell, last)) return converted
    converted = convert(cell)
    last = cell
    return converted
  }
}

function convertColumn(table: Table, place: number, convert: Conversion): void {
  const known = progress.get(table) ?? { copy: undefined, done: new Set() }
  progress.set(table, known)
  if (known.done.has(place)) return
  if (table.rows.some((row) => convert(row[place]) !== row[place])) {
    const remembered = remembering(convert)
    // All cells are converted before the first is written: a cell that is none of its type leaves the rows as they were.
    const cells = table.rows.map((row) => remembered(row[place]))
    known.copy ??= table.rows.map((row) => row.slice())
    forgetColumn(known.copy, place)
    known.copy.forEach((row, index) => {
      row[place] = cells[index]
    })
  }
  known.done.add(place)
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
