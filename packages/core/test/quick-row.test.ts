import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { columnsOf, flag, int, json, list, long, real, shaped, text, time, word } from '../src/columns.ts'
import { quickRow } from '../src/quick-row.ts'
import { shippedQueries } from '../src/shipped.ts'
import type { Page } from '../src/index.ts'

const kinds = {
  text: text('A text'),
  int: int('A number'),
  long: long('A number'),
  real: real('A number'),
  flag: flag('A truth'),
  time: time('A time'),
  json: json('Anything'),
  list: list('Texts'),
  word: word(['a', 'b'], 'One of two'),
}
const number = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(-0, 2 ** 53 - 1, 2 ** 53, Number.NaN, Infinity))
const timeText = fc.oneof(
  fc.date({ noInvalidDate: true }).map((at) => at.toISOString()),
  fc.constantFrom('2026-11-18T07:12:13.1234567Z', '2026-02-30T00:00:00Z', '2024-02-29T00:00:00Z', '2026-11-18T07:12Z'),
  fc.constantFrom('2026-11-18 07:12:13Z', '2026-11-18T07:12:13', '2026-11-18T07:12:13+01:00', '2026-11-18T24:00:00Z'),
)
const cell = fc.oneof(
  fc.constantFrom('a', 'b', 'c'),
  fc.string(),
  number,
  timeText,
  fc.boolean(),
  fc.constantFrom(null, undefined),
  fc.array(fc.string()),
  fc.json(),
)

const columnsFor = (names: readonly string[]): Page['columns'] => names.map((name) => ({ name, type: 'dynamic' }))
const bySchema = (row: z.ZodObject, columns: Page['columns'], cells: readonly unknown[]) =>
  row.safeParse(Object.fromEntries(columns.map(({ name }, slot) => [name, cells[slot]])))

test.each(Object.entries(kinds))('a column of %s takes the cells that its schema takes, as it does', (_, schema) => {
  const row = z.object({ x: schema })
  const quick = quickRow(row, columnsFor(['x']))
  fc.assert(
    fc.property(cell, (x) => {
      const { success, data } = bySchema(row, columnsFor(['x']), [x])
      expect(quick([x])).toStrictEqual(success ? data : undefined)
    }),
    { numRuns: 2000, seed: 1 },
  )
})

test('the columns of a page come in any order, more or fewer or twice', () => {
  const row = z.object({ a: kinds.text, b: kinds.long })
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.oneof(fc.string(), fc.integer()))), (given) => {
      const columns = columnsFor(given.map(([name]) => name))
      const cells = given.map(([, value]) => value)
      const { success, data } = bySchema(row, columns, cells)
      const made = quickRow(row, columns)(cells)
      expect(made).toStrictEqual(success ? data : undefined)
      expect(Object.keys(made ?? {})).toEqual(Object.keys(data ?? {}))
    }),
    { numRuns: 2000, seed: 1 },
  )
})

test('what a schema may change, or what has rules of its own, is left to the schema', () => {
  const rows = [
    z.object({ x: shaped(z.object({ a: z.string() }), 'JSON') }),
    z.object({ x: text('A text').trim() }),
    z.object({ x: text('A text').default('') }),
    z.object({ x: z.int32() }),
    z.strictObject({ x: kinds.text }),
    z.object({ x: kinds.text }).refine(({ x }) => x === 'b'),
  ]
  for (const row of rows) expect(quickRow(row, columnsFor(['x']))(['a'])).toBeUndefined()
})

test('the rows of every shipped query are made quickly', () => {
  const cells = { bool: true, datetime: '2026-11-18T07:12:13.1234567Z', string: 'a', dynamic: [], real: 1.5 }
  for (const { name, row } of shippedQueries) {
    const columns = columnsOf(row)
    const values = columns.map(({ name: column, type }) => {
      const schema = row.shape[column]
      return schema instanceof z.ZodEnum ? schema.options[0] : (cells[type as keyof typeof cells] ?? 1)
    })
    const made = quickRow(row, columns)(values)
    expect(made, name).toBeDefined()
    expect(made, name).toStrictEqual(bySchema(row, columns, values).data)
  }
})
