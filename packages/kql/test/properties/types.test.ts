import fc from 'fast-check'
import { expect, test } from 'vitest'
import { functions } from '../../src/exec/functions/index.ts'
import { evaluate, KqlError, type ScalarType, type Table, UnsupportedKql } from '../../src/index.ts'

const settings = { seed: 11, numRuns: 150 }

const names = Object.keys(functions).filter((name) => /^\w+$/.test(name))

const values = [
  ['0', '-1', '9007199254740993', 'long(null)', '1.5', 'real(nan)', '1e300', 'int(5)', 'decimal(3)', 'true'],
  ['""', '"a"', '"é😀"', '"{"', '"1,2"', '"day"', 'guid(74be27de-1e4e-49d9-b579-fe0b331d3642)'],
  ['datetime(2024-01-01)', 'datetime(9999-12-31)', 'datetime(null)', '1d', '-1tick', 'time(null)'],
  ['dynamic([1, 2, 3])', 'dynamic([])', 'dynamic({"a": 1})', 'dynamic(null)', 'dynamic(["a", null, 1.5])'],
].flat()

const text = (pattern: RegExp) => (cell: unknown) => typeof cell === 'string' && pattern.test(cell)
const real = (cell: unknown): boolean => typeof cell === 'number' || text(/^(NaN|-?Infinity)$/)(cell)

/** Whether a cell that is not null is one of its type, in wire form. */
const isOf: Readonly<Record<ScalarType, (cell: unknown) => boolean>> = {
  bool: (cell) => typeof cell === 'boolean',
  int: (cell) => typeof cell === 'number' && cell === (cell | 0),
  long: (cell) => Number.isSafeInteger(cell) || text(/^-?\d{16,19}$/)(cell),
  real,
  decimal: text(/^-?\d+$/),
  datetime: text(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$/),
  timespan: text(/^-?(\d+\.)?\d\d:\d\d:\d\d(\.\d{7})?$/),
  guid: text(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/),
  string: (cell) => typeof cell === 'string',
  dynamic: (cell) => cell !== undefined,
}

const wrongCells = ({ columns, rows }: Table): unknown[] =>
  rows.flatMap((row) =>
    columns.flatMap(({ type }, slot) => {
      const cell = row[slot]
      return (cell === null && type !== 'string') || isOf[type](cell) ? [] : [[type, cell]]
    }),
  )

const answer = (query: string): unknown => {
  try {
    return wrongCells(evaluate(query))
  } catch (error) {
    return error instanceof KqlError || error instanceof UnsupportedKql ? [] : error
  }
}

test('whatever a function is given, it answers with a cell of its type or with one of the two errors', () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.array(fc.constantFrom(...values), { maxLength: 4 }), (name, args) => {
      expect(answer(`print ${name}(${args.join(', ')})`)).toEqual([])
    }),
    settings,
  )
})
