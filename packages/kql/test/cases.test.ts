import { describe, expect, it } from 'vitest'
import { check, type Dialect, evaluate, type Table } from '../src/index.ts'
import { type Case, printError, printTable } from './case-file.ts'
import { casesByFile } from './queries.ts'

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

const now = new Date('2024-06-01T00:00:00Z')
const dialectOf = ({ dialect }: Case): Dialect => (dialect || 'kusto') as Dialect

function answer(found: Case): string {
  try {
    return printTable(evaluate(found.query, { tables: { resources }, now, dialect: dialectOf(found) }))
  } catch (error) {
    return printError(error as Error)
  }
}

describe.each(Object.entries(casesByFile))('%s', (_file, cases) => {
  it.each(cases.map((found) => [found.title, found] as const))('%s', (_title, found) => {
    expect(answer(found)).toBe(found.expected)
  })

  // What only data tells is known only after the run.
  const closed = cases.filter(({ query, expected }) => !expected.startsWith('```') && !/\bevaluate\b/.test(query))
  it.runIf(closed.length > 0).each(closed)('check knows the columns of: $title', (found) => {
    const { columns } = check(found.query, { resources: resources.columns }, dialectOf(found))
    const [header = ''] = found.expected.split('\n')
    expect(`| ${columns.map(({ name, type }) => `${name}:${type}`).join(' | ')} |`).toBe(header)
  })
})
