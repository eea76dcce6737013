import { beforeAll, expect, test } from 'vitest'
import { table } from '../src/formats/table.ts'
import { measureFor, widthOf } from '../src/text/width.ts'
import { coloured } from '../src/style.ts'
import { column, look, sheet } from './fixtures.ts'

beforeAll(() => measureFor('数'))

const columns = [
  column('name'),
  column('osName'),
  column('memoryGiB', 'real', 'GiB'),
  column('age', 'int', 'days'),
  column('seenAt', 'datetime'),
  column('isReady', 'bool'),
]
const rows = [
  {
    name: 'web01',
    osName: 'Windows Server 2022 Datacenter',
    memoryGiB: 15.9,
    age: 3,
    seenAt: '2026-11-20T08:59:59.1234567Z',
    isReady: true,
  },
  { name: 'db', osName: '', memoryGiB: 128, age: null, seenAt: null, isReady: false },
]
const lines = (width: number, more = {}) => [...table(sheet(columns, rows, more), look(width))]

test('a table has the headline, units in its headers, numbers to the right, times to the minute', () => {
  expect(lines(Infinity)).toEqual([
    'Two servers.',
    '',
    'name   osName                          memoryGiB  age (days)  seenAt (UTC)      isReady',
    '─────  ──────────────────────────────  ─────────  ──────────  ────────────────  ───────',
    'web01  Windows Server 2022 Datacenter       15.9           3  2026-11-20 08:59  yes',
    'db                                           128           –  –                 no',
  ])
})

test('text is shortened first, then columns are left out from the end', () => {
  expect(lines(80)[4]).toBe('web01  Windows Server 2022 Da…       15.9           3  2026-11-20 08:59  yes')
  expect(lines(60)[2]).toBe('name   osName                          memoryGiB  age (days)')
})

test('columns that were asked for all stay', () => {
  expect(lines(60, { isChosen: true })[2]).toContain('isReady')
})

test.each([40, 60, 80, 100, 120])('no line is wider than a terminal of %i columns', (width) => {
  const wide = [{ ...rows[0], name: '数据库服务器-主节点-生产环境-上海', osName: '👩‍💻'.repeat(40) }, rows[1]]
  const found = [...table(sheet(columns, wide as typeof rows), look(width))].filter((line) => widthOf(line) > width)
  expect(found).toEqual([])
})

test('wide characters are measured as the terminal shows them', () => {
  const [, , , , first = '', second = ''] = table(
    sheet(
      [column('name'), column('cores', 'int')],
      [
        { name: '数据库', cores: 4 },
        { name: 'abc', cores: 16 },
      ],
    ),
    look(80),
  )
  expect(widthOf(first)).toBe(widthOf(second))
})

test('an id keeps its end', () => {
  const id =
    '/subscriptions/00000000-1111-2222-3333-444444444444/resourcegroups/rg/providers/microsoft.hybridcompute/machines/web01'
  expect([...table(sheet([column('machineId')], [{ machineId: id }]), look(40))].at(-1)).toBe(`…${id.slice(-39)}`)
})

test('what a machine says can neither steer the terminal nor break the line', () => {
  const hostile = 'a\u001B[31mred\u0007\r\nb\u202Ec\u0085d\u{E0041}\uD800'
  const [, , , , line = ''] = table(
    sheet([column('name'), column('tags', 'dynamic')], [{ name: hostile, tags: { note: hostile } }]),
    look(120),
  )
  expect(line).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Cs}\u{E0000}-\u{E007F}]/u)
  expect(line).toContain('red')
})

test('rows are marked by severity, in colour only where there is colour', () => {
  const severityOf = () => 'high' as const
  const marked = sheet(columns, rows, { severityOf })
  expect([...table(marked, look(120))][4]).toMatch(/^!! {2}web01/)
  expect([...table(marked, look(120, { style: coloured }))][4]).toContain('\u001B[31m!!\u001B[39m')
})

test('without rows there is the headline only', () => {
  expect([...table(sheet(columns, []), look(80))]).toEqual(['Two servers.'])
})
