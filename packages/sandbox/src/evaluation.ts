import { tables as schema, type Engine } from '@infra-analysis/core'
import { type ColumnarTable, evaluate, type KqlError, type Table } from '@infra-analysis/kql'
import { clock } from './clock.ts'

/** Tables by name, each made when a query first reads it. */
export type TablesByName = Readonly<Record<string, () => Table | ColumnarTable>>

/** What a query in a store's dialect answers over some of its tables. Throws KqlError and UnsupportedKql. */
export function evaluation(kql: string, engine: Engine, tables: TablesByName): Table {
  const known = Object.entries(schema[engine]).filter(([name]) => name in tables)
  return evaluate(kql, { tables, schema: Object.fromEntries(known), now: clock, dialect: engine })
}

/** The table of a store that is not among those that a query could read, if that is what is wrong with it. */
export const absentTable = (kql: string, engine: Engine, { diagnostics }: KqlError): string | undefined =>
  diagnostics
    .map(({ start, length }) => kql.slice(start, start + length))
    .find((name) => Object.hasOwn(schema[engine], name))
