import { KqlError } from '../errors.ts'
import type { Column, Table } from '../table.ts'
import type { Row } from './context.ts'
import { fromWire, toWire } from './wire.ts'

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
  return inPlace ? rows : rows.map((row) => places.map((place) => row[place]))
}

function placeOf({ columns }: Table, wanted: Column, table: string): number {
  const place = columns.findIndex(({ name, type }) => name === wanted.name && type === wanted.type)
  if (place < 0) throw new KqlError(`the table ${table} has no ${wanted.type} column ${wanted.name}`)
  return place
}

function convertColumn(table: Table, place: number, convert: (cell: unknown) => unknown): void {
  const known = progress.get(table) ?? { copy: undefined, done: new Set() }
  progress.set(table, known)
  if (known.done.has(place)) return
  if (table.rows.some((row) => convert(row[place]) !== row[place])) {
    const cells = table.rows.map((row) => convert(row[place]))
    known.copy ??= table.rows.map((row) => row.slice())
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
  columns.forEach(({ type }, slot) => {
    const write = toWire(type)
    if (!write) return
    for (const row of written) {
      const cell = row[slot]
      const wire = write(cell)
      if (wire !== cell) row[slot] = wire
    }
  })
  return { columns, rows: written }
}
