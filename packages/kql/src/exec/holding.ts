import { KqlError } from '../errors.ts'
import type { Cells, Column, ColumnarTable, ScalarType, Table } from '../table.ts'
import { collect } from './collect.ts'
import type { Row } from './context.ts'
import { nulls } from './widener.ts'
import { type Conversion, fromWire, numbersFromWire } from './wire.ts'

/** What a table holds, by the places of its own columns; what was made of it serves the queries to come. */
interface Holding {
  readonly length: number
  readonly column: (place: number) => Cells
  /** Rows of which the cells at these places are in the engine's form. */
  readonly rows: (places: readonly number[]) => readonly Row[]
}

const holdings = new WeakMap<Table | ColumnarTable, Holding>()

/** What a table holds: the same one for every query. */
export function holdingOf(table: Table | ColumnarTable): Holding {
  const holding = holdings.get(table) ?? ('cells' in table ? heldByColumn(table) : heldByRow(table))
  holdings.set(table, holding)
  return holding
}

function heldByRow({ columns, rows }: Table): Holding {
  const convert = columns.map(({ type }) => fromWire(type))
  const isReady = (place: number): boolean => {
    const same = convert[place] as Conversion
    return rows.every((row) => same(row[place]) === row[place])
  }
  const make = (place: number): Cells => {
    const cells = collect(rows, place)
    if (!isReady(place)) {
      const convertOne = remembering(convert[place] as Conversion)
      for (const [index, cell] of cells.entries()) cells[index] = convertOne(cell)
    }
    return isFractional(columns[place]?.type) && cells.every((cell) => typeof cell === 'number')
      ? new Float64Array(cells)
      : cells
  }
  return hold(rows.length, make, () => rows, isReady)
}

// Small whole numbers lie side by side as they are.
const isFractional = (type: ScalarType | undefined): boolean =>
  type === 'real' || type === 'datetime' || type === 'timespan'

function heldByColumn({ columns, length, cells }: ColumnarTable): Holding {
  const blank = nulls(columns.length)
  const make = (place: number): Cells => {
    const { name, type } = columns[place] as Column
    const given = cells(name)
    if (given.length !== length) throw new KqlError(`the column ${name} has ${given.length} cells for ${length} rows`)
    if (given instanceof Float64Array) return numbersFromWire(type)(given)
    const convert = fromWire(type)
    return given.every((cell) => convert(cell) === cell) ? given : given.map(remembering(convert))
  }
  const isReady = (): boolean => false
  return hold(length, make, () => Array.from({ length }, () => blank), isReady)
}

/** Holds columns as they are made, and rows: those given while their cells are ready, then copies into which columns are written. */
function hold(
  length: number,
  make: (place: number) => Cells,
  given: () => readonly Row[],
  isReady: (place: number) => boolean,
): Holding {
  const columns = new Map<number, Cells>()
  const column = (place: number): Cells => {
    const cells = columns.get(place) ?? make(place)
    columns.set(place, cells)
    return cells
  }
  const done = new Set<number>()
  let copies: unknown[][] | undefined
  const rows = (places: readonly number[]): readonly Row[] => {
    for (const place of places) {
      if (done.has(place)) continue
      if (!isReady(place)) {
        const cells = column(place)
        copies ??= given().map((row) => row.slice())
        for (const [index, row] of copies.entries()) row[place] = cells[index]
      }
      done.add(place)
    }
    return copies ?? given()
  }
  return { length, column, rows }
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
