import fc from 'fast-check'
import type { Column, Table } from '../../src/index.ts'

/** A row of the generated tables, in wire form; a long beyond 2^53 is a string of digits, a real may be `"NaN"`. */
export interface Row {
  readonly k: string
  readonly b: boolean | null
  readonly n: number | string | null
  readonly r: number | string | null
  readonly t: string | null
}

/** The columns of the generated tables. */
export const columns: readonly Column[] = [
  { name: 'k', type: 'string' },
  { name: 'b', type: 'bool' },
  { name: 'n', type: 'long' },
  { name: 'r', type: 'real' },
  { name: 't', type: 'datetime' },
]

// Few values, so that keys meet; among them those that go wrong: empty, null, NaN, beyond 2^53, one tick apart.
const row: fc.Arbitrary<Row> = fc.record({
  k: fc.constantFrom('', 'a', 'A', 'ab', 'a b', 'é'),
  b: fc.constantFrom(true, false, null),
  n: fc.constantFrom(null, 0, 1, 2, 3, -7, 9007199254740991, '9007199254740993', '-9223372036854775808'),
  r: fc.constantFrom(null, 0, 1.5, -2.25, 3, 1e-9, 'NaN', 'Infinity'),
  t: fc.constantFrom(
    null,
    '2024-02-29T23:59:59.9999999Z',
    '2024-03-01T00:00:00.0000000Z',
    '2024-03-01T00:00:00.0000001Z',
    '1999-12-31T00:00:00.0000000Z',
  ),
})

/** Tables of up to a dozen rows. */
export const tables: fc.Arbitrary<Row[]> = fc.array(row, { maxLength: 12 })

/** Rows as a table of the API. */
export const tableOf = (rows: readonly Row[]): Table => ({
  columns,
  rows: rows.map(({ k, b, n, r, t }) => [k, b, n, r, t]),
})
