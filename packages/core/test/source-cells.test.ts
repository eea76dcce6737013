import { expect, test } from 'vitest'
import { readCells } from '../src/sources/cells.ts'
import { parseExact } from '../src/sources/exact-json.ts'
import type { ColumnType } from '../src/index.ts'

const read = (type: ColumnType, cell: unknown, isDynamicText = true) =>
  readCells([{ name: 'cell', type }], [[cell]], isDynamicText)[0]?.[0]

test.each([
  ['2026-11-20T01:02:03Z', '2026-11-20T01:02:03.0000000Z'],
  ['2026-11-20T01:02:03.123Z', '2026-11-20T01:02:03.1230000Z'],
  ['2026-11-20T01:02:03.1234567Z', '2026-11-20T01:02:03.1234567Z'],
  ['2026-11-20T01:02:03', '2026-11-20T01:02:03.0000000Z'],
  ['2026-11-20T01:02:03+00:00', '2026-11-20T01:02:03.0000000Z'],
  [null, null],
  ['yesterday', 'yesterday'],
])('the time %j is %j', (wire, cell) => expect(read('datetime', wire)).toBe(cell))

test.each([
  ['[1]', [1]],
  ['{"a":null}', { a: null }],
  ['"text"', 'text'],
  ['text', 'text'],
  ['12', 12],
  ['{"wide":9007199254740993}', { wide: '9007199254740993' }],
  [[1], [1]],
  [null, null],
])('dynamic %j is %j', (wire, cell) => expect(read('dynamic', wire)).toEqual(cell))

test('dynamic is JSON already in Resource Graph, where text is text', () => {
  expect(read('dynamic', '[1]', false)).toBe('[1]')
})

test('a text is never null, a truth value never a number', () => {
  expect(read('string', null)).toBe('')
  expect([read('bool', 1), read('bool', 0), read('bool', null)]).toEqual([true, false, null])
})

test.each([
  ['[9007199254740993]', ['9007199254740993']],
  ['[-9007199254740993,9007199254740991]', ['-9007199254740993', 9_007_199_254_740_991]],
  ['["9007199254740993","a\\"9007199254740993"]', ['9007199254740993', 'a"9007199254740993']],
  ['[1234567890123456768.5,0.5000000000000000000]', [Number('1234567890123456768.5'), 0.5]],
  ['{"1234567890123456789":1}', { '1234567890123456789': 1 }],
])('%s keeps its digits', (text, value) => expect(parseExact(text)).toEqual(value))
