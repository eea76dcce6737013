import type { SortKey } from '../plan/plan.ts'
import type { ScalarType } from '../table.ts'
import { ordering } from '../values/compare.ts'
import type { Context, Row } from './context.ts'
import { reader } from './expressions.ts'
import { radixSort, type SortBits, sortBits } from './radix.ts'

/** From here on counting digits is quicker than comparing rows. */
const many = 1000

/** The numbers of rows in an order; equal rows keep theirs. */
export function orderOf(rows: readonly Row[], keys: readonly SortKey[], context: Context): Uint32Array<ArrayBuffer> {
  const [first, ...others] = keys
  const bits = first && rows.length >= many ? bitsOf(rows, first, context) : undefined
  if (!bits) return numbered(rows.length).toSorted(comparing(rows, keys, context))
  const { order, ties } = radixSort(numbered(rows.length), bits)
  if (others.length === 0) return order
  // A few rows that are equal so far are compared; of many, the other keys are sorted first, and the order is kept.
  const tied = ties.reduce((sum, [from, to]) => sum + to - from, 0)
  if (tied === 0) return order
  if (tied > rows.length / 8) return radixSort(orderOf(rows, others, context), bits).order
  const compare = comparing(rows, others, context)
  for (const [from, to] of ties) order.set(order.subarray(from, to).toSorted(compare), from)
  return order
}

/** The items at these places. */
export function pick<Item>(items: readonly Item[], places: ArrayLike<number>): Item[] {
  const picked: Item[] = []
  for (let index = 0; index < places.length; index++) picked.push(items[places[index] as number] as Item)
  return picked
}

type Numbers = Uint32Array<ArrayBuffer>
type Compare = (left: number, right: number) => number

function numbered(count: number): Numbers {
  const numbers = new Uint32Array(count)
  for (let number = 0; number < count; number++) numbers[number] = number
  return numbers
}

/** What to sort a key by, digit by digit; `undefined` if its cells have no bits to sort by. */
function bitsOf(
  rows: readonly Row[],
  { value, descending, nullsFirst }: SortKey,
  context: Context,
): SortBits | undefined {
  const numbers = numbersOf(rows.map(reader(value, context)), value.type)
  return numbers && sortBits(numbers, descending, nullsFirst)
}

/** Numbers in the order of the cells: a text's rank stands for it. */
function numbersOf(cells: readonly unknown[], type: ScalarType): readonly unknown[] | undefined {
  switch (type) {
    case 'bool':
      return cells.map((cell) => (cell === null ? null : Number(cell)))
    case 'int':
    case 'long':
    case 'real':
    case 'datetime':
    case 'timespan':
      return cells
    case 'string':
    case 'guid': {
      const texts = [...new Set(cells as readonly string[])].filter((cell) => cell !== null).toSorted()
      const ranks = new Map<unknown, number | null>(texts.map((text, rank) => [text, rank]))
      return cells.map((cell) => ranks.get(cell) ?? null)
    }
    case 'decimal':
    case 'dynamic':
      return undefined
  }
}

function comparing(rows: readonly Row[], keys: readonly SortKey[], context: Context): Compare {
  const columns = keys.map(({ value, descending, nullsFirst }) => ({
    cells: rows.map(reader(value, context)),
    order: ordering(descending, nullsFirst),
  }))
  return (left, right) => {
    for (const { cells, order } of columns) {
      const difference = order(cells[left], cells[right])
      if (difference !== 0) return difference
    }
    return left - right
  }
}
