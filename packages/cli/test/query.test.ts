import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { InfraError } from '@infra-analysis/core'
import { sandbox } from '@infra-analysis/sandbox'
import { describe, expect, test } from 'vitest'
import { empty, opening } from './fixtures.ts'
import { capture } from './capture.ts'

const source = sandbox()
const open = () => Promise.resolve({ source, scope: {} })
const query = (...argv: readonly string[]) => capture(['query', ...argv], { open })
const kinds = 'resources | summarize machines = count() by type | order by machines desc | take 2'

describe('a query is answered in every format', () => {
  test('table', async () => {
    const { status, stdout, stderr } = await query(kinds)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const [header, rule, ...rows] = stdout.trimEnd().split('\n')
    expect(header).toMatch(/^type +machines$/)
    expect(rule).toMatch(/^─+ {2}─+$/)
    expect(rows).toHaveLength(2)
  })

  test('JSON, NDJSON, CSV and Markdown say the same', async () => {
    const { engine, kql, columns, rows, complete } = JSON.parse((await query(kinds, '--format', 'json')).stdout)
    expect({ engine, kql, complete }).toEqual({ engine: 'resource-graph', kql: kinds, complete: true })
    expect(columns).toEqual([
      { name: 'type', type: 'string' },
      { name: 'machines', type: 'long' },
    ])
    const ndjson = (await query(kinds, '--format', 'ndjson')).stdout.trimEnd().split('\n')
    expect(ndjson.map((row) => JSON.parse(row))).toEqual(rows)
    const lines = rows.map(({ type, machines }: { type: string; machines: number }) => `${type},${machines}`)
    expect((await query(kinds, '--format', 'csv')).stdout).toBe(['type,machines', ...lines, ''].join('\r\n'))
    const markdown = (await query(kinds, '--format', 'markdown')).stdout.trimEnd().split('\n')
    expect(markdown.slice(0, 2)).toEqual(['| type | machines |', '| --- | ---: |'])
    expect(markdown).toHaveLength(4)
  })

  test('values stand in a table as KQL has them', async () => {
    const kql =
      'print list = dynamic(["a", 1]), bag = dynamic({"k": null}), yes = true, none = int(null), at = datetime(2026-01-02T03:04:05.5), day = datetime(2026-01-02)'
    const [, , row] = (await query(kql)).stdout.split('\n')
    expect(row?.split(/ {2,}/)).toEqual([
      '["a",1]',
      '{"k":null}',
      'true',
      '–',
      '2026-01-02 03:04:05.5',
      '2026-01-02 00:00:00',
    ])
  })

  test('without rows there are still the columns', async () => {
    expect((await query("resources | where name == 'none' | project name")).stdout).toBe('name\n────\n')
  })
})

test('--columns and --limit choose what is shown', async () => {
  const kql = 'range n from 1 to 5 step 1 | extend square = n * n'
  const { stdout, stderr } = await query(kql, '--columns', 'SQUARE', '--limit', '2', '--format', 'csv')
  expect(stdout).toBe('square\r\n1\r\n4\r\n')
  expect(stderr).toBe('… and more rows (--limit)\n')
  expect((await query(kql, '--limit', '5')).stderr).toBe('')
  const wrong = await query(kql, '--columns', 'squar')
  expect(wrong).toMatchObject({ status: 2, stdout: '' })
  expect(wrong.stderr).toMatch(/The result has no column 'squar'. Did you mean 'square'\?\nColumns: n, square\.\n$/)
})

describe('the engine is the one that has the tables', () => {
  const engineOf = async (...argv: readonly string[]) =>
    JSON.parse((await query(...argv, '--check', '--format', 'json')).stdout).engine

  test.each([
    ['resources | count', 'resource-graph'],
    ['RESOURCES | count', 'resource-graph'],
    ['Heartbeat | count', 'log-analytics'],
    ['print 1', 'log-analytics'],
    ['datatable(a: int) [1]', 'log-analytics'],
  ])('%s: %s', async (kql, engine) => {
    expect(await engineOf(kql)).toBe(engine)
  })

  test('or the one that is named', async () => {
    expect(await engineOf('print 1', '--engine', 'Resource-Graph')).toBe('resource-graph')
  })
})

describe('the text comes from', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'query-')), 'query.kql')
  writeFileSync(path, '\uFEFFprint answer = 42\n')

  test('a file', async () => {
    expect((await query('--file', path, '--format', 'ndjson')).stdout).toBe('{"answer":42}\n')
  })

  test('the standard input', async () => {
    const readInput = () => Promise.resolve('print answer = 42')
    expect((await capture(['query', '-', '--format', 'ndjson'], { open, readInput })).stdout).toBe('{"answer":42}\n')
  })

  test.each([
    [[], /^Error: No query is given\n.*--file/],
    [['-'], /^Error: The query is empty\n/],
    [['print 1', 'print 2'], /^Error: The query goes on in a second argument, 'print 2'\n.*quotes/],
    [['print 1', '--file', path], /^Error: The query is given twice/],
    [['--file', `${path}x`], /^Error: The file '.*' cannot be read \(ENOENT\)\n/],
    [['// nothing'], /^Error: The query gives no table\n/],
  ])('one place: %j', async (argv, message) => {
    const { status, stdout, stderr } = await query(...argv)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(message)
    expect(stderr.split('\n')).toHaveLength(3)
  })
})

describe('mistakes are shown in their place before anything is asked', () => {
  const nowhere = opening(async function* () {
    yield empty
    throw new Error('asked')
  })
  const mistaken = async (kql: string, columns?: number) => {
    const { status, stdout, stderr } = await capture(['query', kql], {
      open: nowhere,
      env: { NO_COLOR: '1' },
      ...(columns === undefined ? {} : { columns }),
    })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    return stderr.split('\n')
  }

  test('with a caret under it', async () => {
    expect(await mistaken('resources\n| where nme == 1')).toEqual([
      "2:9 KS142 The name 'nme' does not refer to any known column, table, variable or function.",
      '  | where nme == 1',
      '          ^^^',
      'Error: The query has an error as a query for resource-graph',
      expect.stringContaining('--check'),
      '',
    ])
  })

  test.each([
    ["print a = '数据库', b = nme", "  print a = '数据库', b = nme", 26],
    ["print a = '👩‍💻', b = nme", "  print a = '👩‍💻', b = nme", 22],
    ['print\ta = 1,\tb = nme', '  print    a = 1,    b = nme', 25],
    ['\t\tprint b = nme\r\n', '          print b = nme', 20],
  ])('also behind wide characters and tabs: %j', async (kql, line, column) => {
    const [, shown, carets] = await mistaken(kql)
    expect(shown).toBe(line)
    expect(carets).toBe(`${' '.repeat(column)}^^^`)
  })

  test('a long line is cut around it', async () => {
    const lines = await mistaken(`print ${'a + '.repeat(60)}b, ${'1, '.repeat(60)}1`, 60)
    const carets = lines.find((line) => /^ +\^+$/.test(line)) ?? ''
    const shown = lines[lines.indexOf(carets) - 1] ?? ''
    expect(shown.length).toBeLessThanOrEqual(60)
    expect(shown.slice(carets.indexOf('^'), carets.length)).toBe('a')
  })

  test('a table that is not known is told with those that are', async () => {
    expect((await mistaken('resourcess | count')).at(-2)).toMatch(
      /^Tables: resources, .*Heartbeat.* Did you mean 'resources'\?$/,
    )
    expect((await mistaken('resources | join Heartbeat on $left.name == $right.Computer')).at(-2)).toBe(
      "'Heartbeat' is a table of log-analytics, and a query reads one store: see --engine.",
    )
  })

  test('what the dialect lacks is a mistake too', async () => {
    const { status, stderr } = await query('print 1', '--engine', 'resource-graph')
    expect(status).toBe(2)
    expect(stderr).toContain('The operator print is not supported')
  })
})

test('a query that the store rejects is its author’s to mend', async () => {
  const { status, stderr } = await query('declare query_parameters(p: string); print p')
  expect(status).toBe(2)
  expect(stderr).toMatch(/^Error: .*\n.*parameter p has no value\n$/)
})

test('a table that is absent from the store exits with 4', async () => {
  const workspace = opening(async function* () {
    yield empty
    throw new InfraError('TableAbsent', 'There is no Heartbeat', 'Install the agent.')
  })
  const { status, stderr } = await capture(['query', 'Heartbeat'], { open: workspace })
  expect({ status, stderr }).toEqual({ status: 4, stderr: 'Error: There is no Heartbeat\nInstall the agent.\n' })
})

test('KQL that the sandbox does not evaluate is told with its place and the way round, and exits with 70', async () => {
  const { status, stdout, stderr } = await query('print 1\n| extend a = geo_distance_2points(1, 2, 3, 4)')
  expect({ status, stdout }).toEqual({ status: 70, stdout: '' })
  expect(stderr).toMatch(/^Error: 2:14 the function geo_distance_2points is not supported.*\n.*sandbox.*\n$/)
})

describe('--check asks nothing', () => {
  const check = (kql: string, ...argv: readonly string[]) => capture(['query', kql, '--check', ...argv])

  test('and says what a query gives and uses', async () => {
    const { status, stdout, stderr } = await check(kinds)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/^ok \(resource-graph\)\n/)
    expect(stdout).toMatch(/Columns\n {2}type +string\n {2}machines +long\n/)
    expect(stdout).toMatch(/tables +resources\n {2}operators +order, summarize, take\n {2}functions +count\n/)
  })

  test('or what is wrong with it', async () => {
    const { status, stdout, stderr } = await check('print nme')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^1:7 KS142 /)
  })

  test('all of it as JSON', async () => {
    const { status, stdout } = await check('print nme', '--format', 'json')
    expect(status).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({ engine: 'log-analytics', diagnostics: [{ code: 'KS142', line: 1 }] })
  })
})

test('pages are printed as they arrive', async () => {
  const page = (n: number) => ({ ...empty, columns: [{ name: 'n', type: 'int' as const }], rows: [[n]] })
  const failing = opening(async function* () {
    yield page(1)
    yield page(2)
    throw new RangeError('later')
  })
  for (const [format, stdout] of [
    ['csv', 'n\r\n1\r\n2\r\n'],
    ['ndjson', '{"n":1}\n{"n":2}\n'],
    ['table', ''],
  ]) {
    const captured = await capture(['query', 'print n = 1', '--format', format ?? ''], { open: failing })
    expect(captured).toMatchObject({ status: 70, stdout })
  }
})

test('what is missing from the answer is said, and fails where completeness is required', async () => {
  const partial = opening(async function* () {
    yield { ...empty, gaps: [{ code: 'truncated', message: 'Rows are missing.', hint: 'Narrow it.' }] }
  })
  const strict = await capture(['query', 'print 1', '--require-complete'], { open: partial })
  expect(strict.status).toBe(4)
  expect(strict.stderr).toContain('Warning: Rows are missing. Narrow it.')
  expect((await capture(['query', 'print 1'], { open: partial })).status).toBe(0)
})
