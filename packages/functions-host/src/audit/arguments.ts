import { createHash } from 'node:crypto'
import type { JsonSchema } from '@infra-analysis/core'

/** SHA-256 of the arguments, whatever the order of their keys. */
export const hashOf = (args: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(ordered(args)) ?? '')
    .digest('hex')

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, item]) => [key, ordered(item)]))
}

interface Property {
  readonly enum?: readonly unknown[]
  readonly items?: Property
}

/** The arguments whose value is a number, a switch or one of the words that the schema lists: nothing that a caller made up. */
export function closedArguments(args: unknown, schema: JsonSchema | undefined): Readonly<Record<string, unknown>> {
  if (typeof args !== 'object' || args === null) return {}
  const properties = (schema?.['properties'] ?? {}) as Readonly<Record<string, Property>>
  const closed = Object.entries(args).filter(
    ([name, value]) => Object.hasOwn(properties, name) && isClosed(value, properties[name]),
  )
  return Object.fromEntries(closed)
}

function isClosed(value: unknown, property: Property | undefined): boolean {
  if (Array.isArray(value)) return value.every((item) => property?.items?.enum?.includes(item))
  if (typeof value === 'string') return property?.enum?.includes(value) ?? false
  return typeof value === 'number' || typeof value === 'boolean'
}
