import { check, tokens } from '@infra-analysis/kql'
import { describe, expect, test } from 'vitest'
import { queriesOf } from '../src/analysis.ts'
import { columnsOf } from '../src/columns.ts'
import { machinesQuery } from '../src/directory.ts'
import { catalog, kqlOf, tables } from '../src/index.ts'
import { declared } from '../src/kql/declared.ts'
import { clock } from './clock.ts'

const questions = [
  {
    id: 'identity',
    query: machinesQuery,
    parameters: ['resourceGroups', 'locations', 'tagName', 'tagValue', 'osTypes', 'sites'],
  },
  ...catalog.flatMap((analysis) =>
    queriesOf(analysis).map((query) => ({
      id: analysis.id,
      query,
      parameters: Object.keys(
        analysis.parameters(analysis.input.parse({}), {
          asOf: clock,
          machineIds: [],
          window: { from: clock, to: clock },
        }),
      ),
    })),
  ),
]

describe.each(questions.map((question) => [`${question.id}/${question.query.name}`, question] as const))(
  '%s',
  (_, question) => {
    const { query } = question
    const checked = check(query.kql, tables[query.engine], query.engine)

    test('the official analyzer and the dialect find nothing to say', () => {
      expect(checked.diagnostics).toEqual([])
    })

    test('its columns and their types are the declared ones, in order', () => {
      expect(checked.columns).toEqual(columnsOf(query.row).map(({ name, type }) => ({ name, type })))
    })

    test('its parameters have values, and are read as the analyzer reads them', () => {
      expect([...declared(query.kql)]).toEqual(checked.parameters.map(({ name, type }) => [name, type]))
      expect(question.parameters).toEqual(expect.arrayContaining([...declared(query.kql).keys()]))
    })

    test('no parameter is named like a column, so that binding by name is exact', () => {
      const columns = new Set(
        [...checked.tables.flatMap((table) => tables[query.engine][table] ?? []), ...checked.columns].map(
          ({ name }) => name,
        ),
      )
      expect([...declared(query.kql).keys()].filter((name) => columns.has(name))).toEqual([])
    })

    test('a parameter is a name for the lexer, not a keyword', () => {
      const kinds = [...declared(query.kql).keys()].map((name) => tokens(name)[0]?.kind)
      expect(new Set(kinds)).toEqual(new Set(kinds.length ? ['IdentifierToken'] : []))
    })

    test('its first line says what one row is; it ends in a projection and a sort on a unique key', () => {
      expect(query.kql).toMatch(/^\/\/ One row is .+\.\n/)
      const steps = query.kql.split(/^\| /m).slice(-2)
      expect(steps[0]).toMatch(/^project\s/)
      expect(steps[1]).toMatch(/^order by .*(\w*Id) asc\s*$/)
    })
  },
)

test('every parameter of an analysis is used by one of its queries', () => {
  for (const analysis of catalog) {
    const parameters = Object.keys(
      analysis.parameters(analysis.input.parse({}), {
        asOf: clock,
        machineIds: [],
        window: { from: clock, to: clock },
      }),
    )
    const used = new Set(queriesOf(analysis).flatMap(({ kql }) => [...declared(kql).keys()]))
    expect(parameters.filter((name) => !used.has(name) && name !== 'machines')).toEqual([])
  }
})

test.each(
  catalog.flatMap((analysis) => Object.keys(analysis.views).map((view) => [analysis.id, view, analysis] as const)),
)('%s, view %s: a bound query is accepted with a hostile value in every text', (_id, view, analysis) => {
  const hostile = `x'] | union resources // "\\`
  const texts = Object.entries(analysis.input.shape).flatMap(([name, schema]) => {
    const byDefault = schema.def.type === 'default' ? schema.parse(undefined) : undefined
    const value = Array.isArray(byDefault) ? [hostile] : byDefault === '' ? hostile : undefined
    return value !== undefined && schema.safeParse(value).success ? [[name, value] as const] : []
  })
  expect(texts.length).toBeGreaterThanOrEqual(3)
  for (const { kql, engine } of kqlOf(analysis, Object.fromEntries(texts), clock, view)) {
    expect(check(kql, tables[engine], engine).diagnostics).toEqual([])
  }
})
