import type { SortKey } from './query-shape.ts'
import type { ColumnType, Page } from './source.ts'

type Row = readonly unknown[]

/** Compares rows as `order by` sorts them: a null comes first when ascending. A key that is no column says nothing. */
export function compareRows(columns: Page['columns'], order: readonly SortKey[]): (left: Row, right: Row) => number {
  const keys = order.flatMap(({ column, isDescending }) => {
    const slot = columns.findIndex(({ name }) => name === column)
    const type = columns[slot]?.type
    return type ? [{ slot, sign: isDescending ? -1 : 1, compare: comparing(type) }] : []
  })
  return (left, right) => {
    for (const { slot, sign, compare } of keys) {
      const difference = compare(left[slot], right[slot])
      if (difference !== 0) return sign * difference
    }
    return 0
  }
}

function comparing(type: ColumnType): (left: unknown, right: unknown) => number {
  const isNumber = type === 'int' || type === 'long' || type === 'real' || type === 'decimal'
  const value = isNumber ? Number : String
  return (left, right) => {
    if (left === right) return 0
    if (left === null || right === null) return left === null ? -1 : 1
    const [one, other] = [value(left), value(right)]
    return one < other ? -1 : one > other ? 1 : 0
  }
}
