import { describe, expect, test } from 'vitest'
import { type JsonSchema, tools } from '../../src/index.ts'

const all = tools()
const names = all.map(({ name }) => name)

test('names and descriptions differ, whatever their case', () => {
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(all.length)
  expect(new Set(all.map(({ description }) => description)).size).toBe(all.length)
})

test('the list is the same each time', () => {
  expect(JSON.stringify(tools())).toBe(JSON.stringify(all))
})

describe.each(all)('$name', ({ name, title, description, inputSchema, outputSchema, annotations }) => {
  const properties = inputSchema['properties'] as Readonly<Record<string, JsonSchema>>
  const inside = [...parts(inputSchema), ...parts(outputSchema)]

  test('its name is a verb and what it gets, short enough for every client', () => {
    expect(name).toMatch(/^get_[a-z]+(_[a-z]+)*$/)
    expect(name.length).toBeLessThanOrEqual(48)
    expect(title.length).toBeLessThanOrEqual(40)
  })

  test('its description says when to use it, in time and without shouting', () => {
    expect(description.length).toBeGreaterThanOrEqual(60)
    expect(description.length).toBeLessThanOrEqual(900)
    expect(description.slice(0, 500)).toContain('Use this when ')
    expect(description).not.toMatch(/\b(?!SQL\b|CPU\b|RAM\b)[A-Z]{3,}\b|!/)
  })

  test('what its description quotes is its own, and it names no other tool', () => {
    const quoted = [...description.matchAll(/`(\w+)`/g)].map(([, word = '']) => word)
    const views = (properties['view']?.['enum'] ?? []) as readonly string[]
    expect(quoted.filter((word) => !(word in properties) && !views.includes(word))).toEqual([])
    expect(names.filter((other) => description.includes(other))).toEqual([])
  })

  test('all four annotations are said', () => {
    expect(annotations).toEqual({
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    })
  })

  test('its schemas are of the kind that every client takes', () => {
    expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false })
    expect(outputSchema).toMatchObject({ type: 'object' })
    const foreign = ['$schema', '$ref', '$defs', 'anyOf', 'oneOf', 'allOf', 'pattern', 'propertyNames', 'format']
    expect(inside.flatMap((part) => Object.keys(part)).filter((key) => foreign.includes(key))).toEqual([])
    expect(inside.filter(({ type }) => Array.isArray(type))).toEqual([])
    expect(inside.filter(({ type, items }) => type === 'array' && items === undefined)).toEqual([])
  })

  test('nothing has to be given, and no name is too long', () => {
    expect(inputSchema['required'] ?? []).toEqual([])
    expect(Object.keys(properties).filter((property) => property.length > 32)).toEqual([])
  })

  test('numbers are bounded, and their default is said in words', () => {
    const numbers = Object.values(properties).filter(({ type }) => type === 'number' || type === 'integer')
    expect(numbers.length).toBeGreaterThan(0)
    for (const { minimum, maximum, description: words } of numbers) {
      expect(minimum).toBeGreaterThanOrEqual(0)
      expect(maximum).toBeLessThan(Number.MAX_SAFE_INTEGER)
      expect(words).toMatch(/^default \d+$/)
    }
  })

  test('the output schema names what every reader goes by', () => {
    expect(Object.keys(outputSchema['properties'] as object)).toEqual(['summary', 'columns', 'rows', 'nextCursor'])
  })
})

/** A schema and all that it is made of. */
function parts(schema: JsonSchema): readonly JsonSchema[] {
  const { properties = {}, items } = schema
  const children = [...Object.values(properties as object), ...(items ? [items] : [])] as readonly JsonSchema[]
  return [schema, ...children.flatMap(parts)]
}
