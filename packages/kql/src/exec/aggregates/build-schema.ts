import { isBag } from '../../values/dynamic.ts'
import type { AggregateFunction } from '../call.ts'

/** The kinds that one place of a dynamic value takes: names of scalars, the parts of bags, the elements of arrays. */
interface Schema {
  readonly scalars: Set<string>
  bag?: Map<string, Schema>
  elements?: Schema
}

const empty = (): Schema => ({ scalars: new Set() })

const scalarOf = (value: unknown): string => {
  if (typeof value === 'number') return Number.isInteger(value) ? 'long' : 'double'
  return { boolean: 'bool', bigint: 'long' }[typeof value as 'boolean' | 'bigint'] ?? 'string'
}

const learn = (schema: Schema, value: unknown): void => {
  if (value === null) return
  if (Array.isArray(value)) {
    schema.elements ??= empty()
    for (const item of value) learn(schema.elements, item)
  } else if (isBag(value)) {
    schema.bag ??= new Map()
    for (const [key, item] of Object.entries(value)) {
      const known = schema.bag.get(key) ?? empty()
      schema.bag.set(key, known)
      learn(known, item)
    }
  } else schema.scalars.add(scalarOf(value))
}

const tell = ({ scalars, bag, elements }: Schema): unknown => {
  const kinds: unknown[] = [...scalars]
  if (bag) kinds.push(Object.fromEntries(Array.from(bag, ([key, schema]) => [key, tell(schema)])))
  if (elements) kinds.push({ '`indexer`': tell(elements) })
  return kinds.length === 1 ? kinds[0] : kinds
}

const buildSchema: AggregateFunction = () => () => {
  const schema = empty()
  return {
    step: (value) => learn(schema, value),
    finish: () => tell(schema),
  }
}

/** The least schema that holds all values; a whole number counts as a long. */
export const schemas: Readonly<Record<string, AggregateFunction>> = { buildschema: buildSchema }
