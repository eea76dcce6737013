import type { ScalarType } from '../../table.ts'
import { type Atom, type Code, indexText } from './code.ts'
import type { Writer } from './expression.ts'

/** Where a cell stands as it is: what names its row, worth keeping, and the cell of a row that was kept. */
export interface Origin {
  readonly row: string
  readonly cell: (kept: string) => string
}

/** A cell of the row at hand. */
export interface Cell {
  read(write: Writer): Atom
  readonly origin?: Origin
}

/** The row at hand, which need not exist as an array. */
export interface RowView {
  readonly cell: (slot: number, type?: ScalarType) => Cell
  /** All cells, unless the row is there as an array. */
  readonly cells?: (write: Writer) => readonly string[]
  /** The row as an array: the very one that came in where nothing was changed. */
  readonly whole: (write: Writer) => string
}

const cellOf = (row: string, index: number, type: ScalarType | undefined): Cell => ({
  origin: { row, cell: (kept) => `${kept}[${indexText(index)}]` },
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
    origin: { row: index, cell: (kept) => `${nameOf(slot)}[${kept}]` },
  })
}

/** A row of `width` cells that is no array. */
function madeView(width: number, cell: RowView['cell']): RowView {
  const cells = (write: Writer): readonly string[] =>
    Array.from({ length: width }, (_, slot) => cell(slot).read(write).code)
  return { cell, cells, whole: (write) => `[${cells(write).join()}]` }
}

/** A row that is there as the cells at an index of the columns of a frame. */
export const columnsView = (frame: string, index: string, width: number, code: Code): RowView =>
  madeView(
    width,
    columnCells((slot) => `${frame}.column(${indexText(slot)})`, index, code),
  )

/** A row of `width` cells: those that were set, and for the others what `rest` gives. */
export const cellsView = (width: number, set: ReadonlyMap<number, Atom>, rest: RowView['cell']): RowView =>
  madeView(width, (slot, type) => {
    const atom = set.get(slot)
    return atom ? { read: () => atom } : rest(slot, type)
  })

/** One row's cells and behind them others. */
export function joinedView(left: RowView, leftWidth: number, right: RowView['cell'], rightWidth: number): RowView {
  return madeView(leftWidth + rightWidth, (slot, type) =>
    slot < leftWidth ? left.cell(slot, type) : right(slot - leftWidth, type),
  )
}
