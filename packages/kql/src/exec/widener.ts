import type { Row } from './context.ts'

/** A row of nulls; copying it is the cheapest way to a row of its size. */
export const nulls = (width: number): Row => Array.from({ length: width }, () => null)

/** Makes copies of rows with room for more cells at once, since an array that grows costs far more. */
export function widener(width: number): (row: Row) => unknown[] {
  let room: Row = []
  return (row) => {
    if (row.length + room.length !== width) room = nulls(width - row.length)
    return row.concat(room)
  }
}
