import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluate } from '../../src/index.ts'
import { aggregates, conditions, expressions, grouped, joined, sorted } from './reference.ts'
import { type Row, tableOf, tables } from './rows.ts'

const settings = { seed: 20240601, numRuns: 100 }

const answer = (query: string, rows: readonly Row[], others: readonly Row[] = []): (readonly unknown[])[] => [
  ...evaluate(query, { tables: { T: tableOf(rows), U: tableOf(others) } }).rows,
]

const cells = (rows: readonly Row[]): (readonly unknown[])[] => [...tableOf(rows).rows]
const inAnyOrder = (rows: readonly (readonly unknown[])[]): string[] =>
  rows.map((row) => JSON.stringify(row)).toSorted()

test('where keeps the rows whose condition is true', () => {
  fc.assert(
    fc.property(tables, fc.constantFrom(...conditions), (rows, { kql, of }) => {
      expect(answer(`T | where ${kql}`, rows)).toEqual(cells(rows.filter((row) => of(row) === true)))
    }),
    settings,
  )
})

test('a condition is null where it is neither true nor false', () => {
  fc.assert(
    fc.property(tables, fc.constantFrom(...conditions), (rows, { kql, of }) => {
      expect(answer(`T | project x = ${kql}`, rows)).toEqual(rows.map((row) => [of(row)]))
    }),
    settings,
  )
})

test('extend adds a cell computed from the row', () => {
  fc.assert(
    fc.property(tables, fc.constantFrom(...expressions), (rows, { kql, of }) => {
      const expected = cells(rows).map((row, index) => [...row, of(rows[index] as Row)])
      expect(answer(`T | extend x = ${kql}`, rows)).toEqual(expected)
    }),
    settings,
  )
})

const keySets = fc.uniqueArray(fc.constantFrom('k', 'b', 'n', 'r', 't'), {
  minLength: 1,
  maxLength: 3,
}) as fc.Arbitrary<(keyof Row)[]>
const pairOfAggregates = fc.tuple(fc.constantFrom(...aggregates), fc.constantFrom(...aggregates))

test('summarize makes a row of each group', () => {
  fc.assert(
    fc.property(tables, keySets, pairOfAggregates, (rows, keys, [first, second]) => {
      const query = `T | summarize x = ${first.kql}, y = ${second.kql} by ${keys.join(', ')}`
      const expected = grouped(rows, keys).map((group) => [
        ...keys.map((key) => group[0]?.[key]),
        first.of(group),
        second.of(group),
      ])
      expect(inAnyOrder(answer(query, rows))).toEqual(inAnyOrder(expected))
    }),
    settings,
  )
})

test('summarize without keys makes one row, even of nothing', () => {
  fc.assert(
    fc.property(tables, pairOfAggregates, (rows, [first, second]) => {
      const expected = [[first.of(rows), second.of(rows)]]
      expect(answer(`T | summarize x = ${first.kql}, y = ${second.kql}`, rows)).toEqual(expected)
    }),
    settings,
  )
})

const orders = fc.array(
  fc.record({
    key: fc.constantFrom('k', 'n', 'r', 't') as fc.Arbitrary<keyof Row>,
    descending: fc.boolean(),
    nullsFirst: fc.boolean(),
  }),
  { minLength: 1, maxLength: 3 },
)

test('sort, and take behind it, order rows stably', () => {
  fc.assert(
    fc.property(tables, orders, fc.nat(12), (rows, keys, count) => {
      const by = keys.map(
        ({ key, descending, nullsFirst }) =>
          `${key} ${descending ? 'desc' : 'asc'} nulls ${nullsFirst ? 'first' : 'last'}`,
      )
      const expected = cells(sorted(rows, keys))
      expect(answer(`T | sort by ${by.join(', ')}`, rows)).toEqual(expected)
      expect(answer(`T | sort by ${by.join(', ')} | take ${count}`, rows)).toEqual(expected.slice(0, count))
    }),
    settings,
  )
})

const kinds = [
  'innerunique',
  'inner',
  'leftouter',
  'rightouter',
  'fullouter',
  'leftsemi',
  'leftanti',
  'rightsemi',
  'rightanti',
]
const joinKeys = fc.uniqueArray(fc.constantFrom('k', 'b', 'n', 't'), { minLength: 1, maxLength: 2 }) as fc.Arbitrary<
  (keyof Row)[]
>
const missing = ['', null, null, null, null]

test('join pairs rows of equal keys', () => {
  fc.assert(
    fc.property(tables, tables, joinKeys, fc.constantFrom(...kinds), (left, right, keys, kind) => {
      const sides = (kind.endsWith('semi') || kind.endsWith('anti')) && (kind.startsWith('left') ? [0] : [1])
      const expected = joined(kind, left, right, keys).map((pair) =>
        (sides || [0, 1]).flatMap((side) => {
          const row = pair[side]
          return row ? (cells([row])[0] ?? []) : missing
        }),
      )
      expect(inAnyOrder(answer(`T | join kind=${kind} U on ${keys.join(', ')}`, left, right))).toEqual(
        inAnyOrder(expected),
      )
    }),
    { ...settings, numRuns: 200 },
  )
})
