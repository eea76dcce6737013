import type { ScalarType } from '../../table.ts'
import { type Atom, type Code, indexText } from './code.ts'
import type { Writer } from './expression.ts'

/** Where a cell stands as it is: the name of a row, and the cell's index. */
export interface Origin {
  readonly row: string
  readonly index: number
}

/** A cell of the row at hand. */
export interface Cell {
  read(write: Writer): Atom
  readonly origin?: Origin
}

/** The row at hand, which need not exist as an array. */
export interface RowView {
  readonly cell: (slot: number, type?: ScalarType) => Cell
  /** The row as an array: the very one that came in where nothing was changed. */
  whole(write: Writer): string
}

const cellOf = (row: string, index: number, type: ScalarType | undefined): Cell => ({
  origin: { row, index },
  read: ({ code, local }) =>
    code.known(`${row}[${index}]`, () => local({ code: `${row}[${indexText(index)}]`, nullable: type !== 'string' })),
})

/** A row that is there as an array. */
export const arrayView = (name: string): RowView => ({
  cell: (slot, type) => cellOf(name, slot, type),
  whole: () => name,
})

/** Cells that stand at an index of columns, each of which is made once, before the first row. */
export function columnCells(column: (slot: number) => string, index: string, code: Code): RowView['cell'] {
  const names = new Map<number, string>()
  const nameOf = (slot: number): string => {
    const name = names.get(slot) ?? code.name()
    if (!names.has(slot)) code.before(`const ${name} = ${column(slot)}`)
    names.set(slot, name)
    return name
  }
  return (slot, type) => ({
    read({ local }) {
      const name = nameOf(slot)
      return code.known(name, () => local({ code: `${name}[${index}]`, nullable: type !== 'string' }))
    },
  })
}

/** A row that is there as an array, of which some cells are read from elsewhere. */
export const mixedView = (row: RowView, slots: ReadonlySet<number>, cells: RowView['cell']): RowView => ({
  ...row,
  cell: (slot, type) => (slots.has(slot) ? { ...row.cell(slot, type), ...cells(slot, type) } : row.cell(slot, type)),
})

const listed = (view: Pick<RowView, 'cell'>, width: number, write: Writer): string =>
  `[${Array.from({ length: width }, (_, slot) => view.cell(slot).read(write).code).join()}]`

/** A row of `width` cells: those that were set, and for the others what `rest` gives. */
export function cellsView(width: number, set: ReadonlyMap<number, Atom>, rest: RowView['cell']): RowView {
  const view: RowView = {
    cell(slot, type) {
      const atom = set.get(slot)
      return atom ? { read: () => atom } : rest(slot, type)
    },
    whole: (write) => listed(view, width, write),
  }
  return view
}

/** One row's cells and behind them others. */
export function joinedView(left: RowView, leftWidth: number, right: RowView['cell'], rightWidth: number): RowView {
  const cell: RowView['cell'] = (slot, type) =>
    slot < leftWidth ? left.cell(slot, type) : right(slot - leftWidth, type)
  return cellsView(leftWidth + rightWidth, new Map(), cell)
}
