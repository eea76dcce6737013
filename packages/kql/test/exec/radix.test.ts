import { expect, test } from 'vitest'
import { evaluate, type Table } from '../../src/index.ts'

const count = 3000

/** Numbers that differ in the last of their bits only, in groups of so many. */
const close = (group: number): number[] =>
  Array.from({ length: count }, (_, index) => {
    const scrambled = (index * 7919) % count
    return Math.floor(scrambled / group) - 3 + (scrambled % group) * 2 ** -40
  })

const orders = {
  asc: (left: number, right: number) => left - right,
  desc: (left: number, right: number) => right - left,
}

test.each([2, 50, 200, count].flatMap((group) => [[group, 'asc'] as const, [group, 'desc'] as const]))(
  'numbers that are close in groups of %d sort %s',
  (group, direction) => {
    const numbers = close(group)
    const table: Table = { columns: [{ name: 'r', type: 'real' }], rows: numbers.map((number) => [number]) }
    const { rows } = evaluate(`T | sort by r ${direction}`, { tables: { T: table } })
    expect(rows.flat()).toEqual(numbers.toSorted(orders[direction]))
  },
)

test.each([10, 500])('of numbers that come %d times each, another key decides', (times) => {
  const table: Table = {
    columns: [
      { name: 'r', type: 'real' },
      { name: 'n', type: 'long' },
    ],
    rows: Array.from({ length: count }, (_, index) => [
      1 + (index % (count / times)) * 2 ** -40,
      (index * 7919) % count,
    ]),
  }
  const { rows } = evaluate('T | sort by r desc, n asc', { tables: { T: table } })
  const expected = table.rows.toSorted(([r1, n1], [r2, n2]) => Number(r2) - Number(r1) || Number(n1) - Number(n2))
  expect(rows).toEqual(expected)
})
