import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { catalog, columnsOf, queriesOf } from '../src/index.ts'

const folder = fileURLToPath(new URL('../src/analyses/', import.meta.url))
const entries = readdirSync(folder, { withFileTypes: true })

test('the registry lists every folder, and nothing else', () => {
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  expect(catalog.map(({ id }) => id).toSorted()).toEqual(folders.toSorted())
})

describe.each(catalog.map((analysis) => [analysis.id, analysis] as const))('%s', (id, analysis) => {
  const files = readdirSync(`${folder}${id}`)
  const fields = Object.entries(analysis.input.shape) as [string, z.ZodType][]

  test('its folder holds the declaration, its parts, the queries and the recorded answer', () => {
    expect(files.filter((file) => !/\.(ts|kql)$/.test(file) && file !== 'golden.md')).toEqual([])
    expect(files).toEqual(expect.arrayContaining(['index.ts', 'golden.md']))
  })

  test('every query file is asked', () => {
    const asked = queriesOf(analysis).map(({ kql }) => kql)
    const texts = files
      .filter((file) => file.endsWith('.kql'))
      .map((file) => readFileSync(`${folder}${id}/${file}`, 'utf8'))
    expect(texts.filter((text) => !asked.some((kql) => kql.includes(text)))).toEqual([])
  })

  test('its name is kebab-case, its description begins with a verb and is short enough for every client', () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(analysis.description).toMatch(/^(List|Show|Find|Compare) /)
    expect(analysis.description).toContain('Use this when ')
    expect(analysis.description.length).toBeLessThanOrEqual(1024)
  })

  test.each(fields)('input %s is described and has a default or is required', (_, schema) => {
    expect(schema.description).toMatch(/\S/)
    const { required = [] } = z.toJSONSchema(analysis.input, { io: 'input' })
    expect(required).toEqual([])
  })

  test('its inputs hold no alternatives, which some clients cannot show', () => {
    expect(JSON.stringify(z.toJSONSchema(analysis.input, { io: 'input' }))).not.toMatch(/"(anyOf|oneOf|allOf)"/)
  })

  test.each(Object.entries(analysis.views))(
    'view %s describes every column; times and measures say what they are',
    (_, view) => {
      const columns = columnsOf(view.row)
      expect(columns.filter(({ description }) => description === '')).toEqual([])
      expect(columns.filter(({ name, type }) => type === 'datetime' && !name.endsWith('At'))).toEqual([])
      expect(columns.filter(({ name, unit }) => /(MB|GiB|Days|Percent)$/.test(name) && unit === undefined)).toEqual([])
      expect(columns.map(({ name }) => name)).toEqual(expect.arrayContaining([...view.brief]))
    },
  )

  test('its main view is one of its views, and each coverage state says what it means', () => {
    expect(Object.keys(analysis.views)).toContain(analysis.main)
    expect(Object.values(analysis.states).filter(({ meaning }) => meaning === '')).toEqual([])
  })
})
