import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { compile, evaluate, run, type Dialect, type EvaluateOptions, type Table } from '../../src/index.ts'
import { printError, printTable } from '../case-file.ts'
import { columns, type Row, tableOf, tables } from '../properties/rows.ts'
import { ending, step } from '../properties/steps.ts'
import { casesByFile } from '../queries.ts'

const [closures, generated] = [Number.POSITIVE_INFINITY, 0]

function answer(query: string, options: EvaluateOptions): string {
  try {
    return printTable(evaluate(query, { now: new Date('2024-06-01T00:00:00Z'), ...options }))
  } catch (error) {
    return printError(error as Error)
  }
}

const resources: Table = {
  columns: [
    { name: 'id', type: 'string' },
    { name: 'tags', type: 'dynamic' },
  ],
  rows: [
    ['/one', { site: 'a' }],
    ['/two', null],
  ],
}

describe.each(Object.keys(casesByFile))('%s', (file) => {
  const cases = casesByFile[file] ?? []
  it.each(cases.map((found) => [found.title, found] as const))('%s', (_title, { query, dialect, expected }) => {
    const options = { tables: { resources }, dialect: (dialect || 'kusto') as Dialect }
    expect(answer(query, { ...options, generateFrom: generated })).toBe(expected)
  })
})

test('generated loops answer as closures do', () => {
  fc.assert(
    fc.property(tables, tables, fc.array(step, { maxLength: 3 }), ending, (rows, others, steps, last) => {
      const query = ['T', ...steps].join(' | ') + last
      const options = { tables: { T: tableOf(rows), U: tableOf(others) } }
      const expected = answer(query, { ...options, generateFrom: closures })
      // Loops over a table that is asked again and again read its columns.
      for (let time = 1; time <= 3; time++)
        expect(answer(query, { ...options, generateFrom: generated }), `${query}, time ${time}`).toBe(expected)
    }),
    { seed: 20240601, numRuns: 150 },
  )
})

const manyRows = fc.sample(tables, { seed: 7, numRuns: 400 }).flat()

test.each([
  'n asc',
  'r desc',
  'r asc nulls last',
  'k asc, t desc',
  'b desc, r asc, k desc nulls first',
  't desc nulls first, b asc',
])('many rows sort by %s as few do', (by) => {
  const numbered = manyRows.map((row, index): Row & { readonly index: number } => ({ ...row, index }))
  const small = numbered.filter(({ n }) => typeof n !== 'string')
  const table: Table = {
    columns: [...columns, { name: 'index', type: 'long' }],
    rows: small.map(({ k, b, n, r, t, index }) => [k, b, n, r, t, index]),
  }
  expect(table.rows.length).toBeGreaterThan(1000)
  // A long beyond 2^53 has no digits to sort by, so that it forces comparing.
  const sorted = (order: string): readonly unknown[] =>
    evaluate(`T | extend same = 9007199254740993 | sort by ${order} | project index`, { tables: { T: table } }).rows
  expect(sorted(by)).toEqual(sorted(`same asc, ${by}`))
})

test('columns are of the rows as they are read last', () => {
  const at = '2024-01-01T00:00:00.0000000Z'
  const table: Table = {
    columns: [
      { name: 'n', type: 'long' },
      { name: 'at', type: 'datetime' },
    ],
    rows: [[1, at]],
  }
  const ask = (query: string) => evaluate(query, { tables: { T: table }, generateFrom: generated }).rows
  for (let time = 1; time <= 4; time++) {
    expect(ask('T | extend m = n + 1 | sort by m | project m')).toEqual([[2]])
    expect(ask('T | where n > 0 | summarize max(n)')).toEqual([[1]])
    if (time > 3) expect(ask('T | where at > ago(100000d) | summarize max(at)')).toEqual([[at]])
  }
})

test('what a query says never becomes code', () => {
  const text = '`${globalThis.harm = 1}`"\'\\\n*/'
  const d = { [text]: { ['__proto__']: 1, a: text } }
  const table: Table = { columns: [{ name: 'd', type: 'dynamic' }], rows: [[d]] }
  const quoted = JSON.stringify(text)
  const query = `T | where d[${quoted}].a == ${quoted} | summarize ['x${text.replaceAll(/['\\\n]/g, '')}'] = count() by k = strcat(${quoted}, d[${quoted}].a)`
  expect(evaluate(query, { tables: { T: table }, generateFrom: generated }).rows).toEqual([[text + text, 1]])
  expect(globalThis).not.toHaveProperty('harm')
})

test('a stored plan cannot smuggle code in', () => {
  const T = tableOf([{ k: 'a', b: true, n: 1, r: 1, t: null }])
  const plan = JSON.stringify(compile('T | where n == 1 | project k', { T: T.columns }))
  const forged = JSON.parse(plan.replaceAll(/"slot":\d/g, '"slot":"0], globalThis.harm = 1, r[0"')) as ReturnType<
    typeof compile
  >
  expect(() => run(forged, { tables: { T }, generateFrom: generated })).toThrow('is no index of a cell')
  expect(globalThis).not.toHaveProperty('harm')
})

test('closures answer where a host forbids generated code', () => {
  const T = tableOf([{ k: 'a', b: true, n: 1, r: 1, t: null }])
  const plan = compile('T | where n == 1 | summarize count() by k', { T: T.columns })
  const script = `import { run } from ${JSON.stringify(new URL('../../src/exec/run.ts', import.meta.url).href)}
const { rows } = run(${JSON.stringify(plan)}, { tables: { T: ${JSON.stringify(T)} }, generateFrom: 0 })
process.stdout.write(JSON.stringify(rows))`
  const flags = ['--disallow-code-generation-from-strings', '--input-type=module', '--eval', script]
  expect(execFileSync(process.execPath, flags, { encoding: 'utf8' })).toBe('[["a",1]]')
})
