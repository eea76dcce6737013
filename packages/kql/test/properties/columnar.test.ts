import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cells, type ColumnarTable, evaluate, KqlError, type Table } from '../../src/index.ts'
import { columns, tableOf, tables } from './rows.ts'
import { ending, step } from './steps.ts'

const [closures, generated] = [Number.POSITIVE_INFINITY, 0]

/** A column as numbers where that is possible: a datetime as milliseconds since 1970. */
function numbersOf(cells: readonly unknown[], type: string): Cells {
  const wanted = cells.map((cell) => (type === 'datetime' && typeof cell === 'string' ? Date.parse(cell) : cell))
  const exact = (cell: unknown, index: number): boolean =>
    typeof cell === 'number' && (type !== 'datetime' || String(cells[index]).endsWith('0000Z'))
  return ['long', 'real', 'datetime'].includes(type) && wanted.every(exact)
    ? Float64Array.from(wanted as readonly number[])
    : cells
}

/** The same rows as columns. */
const columnar = ({ columns: header, rows }: Table): ColumnarTable => ({
  columns: header,
  length: rows.length,
  cells(name) {
    const place = header.findIndex((column) => column.name === name)
    return numbersOf(
      rows.map((row) => row[place]),
      header[place]?.type ?? '',
    )
  },
})

function answer(query: string, given: Readonly<Record<string, Table | ColumnarTable>>, generateFrom: number): unknown {
  try {
    return evaluate(query, { tables: given, now: new Date('2024-06-01T00:00:00Z'), generateFrom })
  } catch (error) {
    return String(error)
  }
}

/** What columns answer, by closures and by generated loops, and what rows do, as often. */
function answers(query: string, given: Readonly<Record<string, Table>>): { byColumns: unknown[]; byRows: unknown[] } {
  const tablesByColumns = Object.fromEntries(Object.entries(given).map(([name, table]) => [name, columnar(table)]))
  const byRows = answer(query, given, closures)
  return {
    byColumns: [closures, generated].map((from) => answer(query, tablesByColumns, from)),
    byRows: [byRows, byRows],
  }
}

test('columns answer as rows do', () => {
  fc.assert(
    fc.property(tables, tables, fc.array(step, { maxLength: 3 }), ending, (given, others, steps, last) => {
      const query = ['T', ...steps].join(' | ') + last
      const { byColumns, byRows } = answers(query, { T: tableOf(given), U: tableOf(others) })
      expect(byColumns, query).toEqual(byRows)
    }),
    { seed: 20240601, numRuns: 150 },
  )
})

const rows = fc.sample(tables, { seed: 3, numRuns: 8 }).flat()
const whole = rows.map((row, index) => ({ ...row, n: index, r: index / 4, t: '2024-03-01T00:00:00.0010000Z' }))

test.each([
  'T',
  'T | take 3',
  'T | count',
  'T | distinct k, b',
  'T | sort by k asc, n desc',
  'T | top 3 by r desc',
  'T | top-nested 2 of k by count()',
  'T | top-hitters 2 of k',
  'T | sample-distinct 2 of k',
  'T | project-away k | project-rename m = n',
  'T | project-reorder r, n',
  'T | serialize number = row_number()',
  'T | union U',
  'union kind=inner T, (U | project n, k)',
  'T | where n in (U | project n)',
  'T | extend most = toscalar(U | summarize max(n))',
  'let V = materialize(T | extend m = n); V | join kind=inner (V | summarize m = max(m) by k) on k',
  ...['innerunique', 'rightouter', 'fullouter', 'leftsemi', 'leftanti', 'rightsemi', 'rightanti'].map(
    (kind) => `T | join kind=${kind} U on k, n`,
  ),
  'T | lookup (U | summarize m = max(n) by k) on k',
  'T | extend d = dynamic([1, 2]) | mv-expand d to typeof(long)',
  'T | mv-apply e = range(0, n % 3, 1) to typeof(long) on (summarize sum(e))',
  'T | parse k with "a" rest',
  'T | parse-kv k as (a:string)',
  'T | partition by b (top 1 by n)',
  'T | sort by n asc | scan with_match_id=id with (step s: n > 2;)',
  'T | evaluate pivot(b, count(), k)',
  'T | project d = bag_pack("x", n) | evaluate bag_unpack(d)',
  'T | summarize arg_max(r, *), arg_min(n, k, d = strcat(k, n)), take_any(t), make_list(n) by b',
  'T | summarize count(), dcount(k) by bin(t, 1d), k, b | order by k asc, b asc',
  'T | make-series s = sum(r) on t from datetime(2024-03-01) to datetime(2024-03-02) step 1h by b',
  'search in (T) k == "a"',
  'T | getschema',
])('%s', (query) => {
  for (const given of [rows, whole, []]) {
    const { byColumns, byRows } = answers(query, { T: tableOf(given), U: tableOf(whole) })
    expect(byColumns).toEqual(byRows)
  }
})

test('a column is asked for once, and only if a query reads it', () => {
  const asked: string[] = []
  const given = columnar(tableOf(whole))
  const T: ColumnarTable = {
    ...given,
    cells(name) {
      asked.push(name)
      return given.cells(name)
    },
  }
  for (const generateFrom of [generated, closures])
    evaluate('T | where n > 3 | summarize sum(r) by k', { tables: { T }, generateFrom })
  expect(asked.toSorted()).toEqual(['k', 'n', 'r'])
})

test.each([
  ['k', [], 'has 0 cells for 1 rows'],
  ['k', Float64Array.of(1), 'numbers are no string'],
  ['n', Float64Array.of(0.5), '0.5 is no long'],
  ['t', Float64Array.of(0.5), '0.5 is no datetime'],
  ['t', Float64Array.of(Number.NaN), 'NaN is no datetime'],
  ['t', ['soon'], '"soon" is no datetime'],
] as const)('a wrong column %s is refused', (name, cells, message) => {
  const T: ColumnarTable = { columns, length: 1, cells: () => cells }
  const asking = (): unknown => evaluate(`T | project ${name}`, { tables: { T } })
  expect(asking).toThrow(KqlError)
  expect(asking).toThrow(message)
})
