import { expect, test } from 'vitest'
import { csv } from '../src/formats/csv.ts'
import { json } from '../src/formats/json.ts'
import { markdown } from '../src/formats/markdown.ts'
import { ndjson } from '../src/formats/ndjson.ts'
import { column, look, sheet } from './fixtures.ts'

const pipe = look(Infinity, { isTerminal: false })
const one = (value: unknown, type: Parameters<typeof column>[1] = 'string') =>
  sheet([column('cell', type)], [{ cell: value }])
const csvCell = (value: unknown, type?: Parameters<typeof column>[1]) => [...csv(one(value, type), pipe)][1]
const markdownCell = (value: unknown) => [...markdown(one(value), pipe)].at(-1)

test('CSV has a header, all columns and CRLF', () => {
  const columns = [column('name'), column('memoryGiB', 'real', 'GiB'), column('isReady', 'bool')]
  expect([...csv(sheet(columns, [{ name: 'web01', memoryGiB: 15.9, isReady: null }]), pipe)]).toEqual([
    'name,memoryGiB,isReady\r',
    'web01,15.9,\r',
  ])
})

test.each([
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1+cmd|x', "'-1+cmd|x"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', '"\'\r=1"'],
  ['＝1+1', "'＝1+1"],
  ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
  ['\u001B[31m', '\uFFFD[31m'],
  [null, ''],
  [-5, '-5'],
  [false, 'false'],
])('the CSV cell of %j is %j', (value, cell) => {
  expect(csvCell(value)).toBe(`${cell}\r`)
})

test('a nested value is JSON in CSV', () => {
  expect(csvCell({ a: ['=x', 1] }, 'dynamic')).toBe('"{""a"":[""=x"",1]}"\r')
})

test('Markdown is a table that no cell breaks out of', () => {
  const columns = [column('name'), column('age', 'int', 'days')]
  expect([...markdown(sheet(columns, [{ name: 'a|b', age: 3 }]), pipe)]).toEqual([
    'Two servers.',
    '',
    '| name | age (days) |',
    '| --- | ---: |',
    String.raw`| a\|b | 3 |`,
  ])
})

test.each([
  [String.raw`a\|b`, String.raw`a\\\|b`],
  ['two\nlines', 'two lines'],
  ['<img src=x>', '&lt;img src=x&gt;'],
  ['![x](http://evil)', String.raw`!\[x\](http://evil)`],
  ['@everyone', '&#64;everyone'],
  ['hq_sql_01 _x_', String.raw`hq_sql_01 \_x\_`],
])('the Markdown cell of %j is %j', (value, cell) => {
  expect(markdownCell(value)).toBe(`| ${cell} |`)
})

const hostile = 'é\u001B[31m\u009B31m\u202E\u{E0041}\uD800"'

test('JSON says the same without anything that could steer a terminal', () => {
  const [line = ''] = json(one(hostile), pipe)
  expect(JSON.parse(line).rows).toEqual([{ cell: hostile }])
  expect(line).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Cs}\u{E0000}-\u{E007F}]/u)
})

test('JSON is the whole answer: on one line in a pipe, indented on a terminal', () => {
  const shown = one('x')
  expect([...json(shown, pipe)].join()).not.toContain('\n')
  const [indented = ''] = json(shown, look(80))
  expect(indented).toContain('\n')
  expect(JSON.parse(indented)).toEqual(JSON.parse(JSON.stringify(shown.about)))
})

test('NDJSON has one row a line', () => {
  const shown = sheet(
    [column('name')],
    [
      { name: 'a\nb', more: 1 },
      { name: 'c', more: 2 },
    ],
  )
  expect([...ndjson(shown, pipe)].map((line) => JSON.parse(line))).toEqual([{ name: 'a\nb' }, { name: 'c' }])
})
