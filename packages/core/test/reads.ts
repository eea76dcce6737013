import { check } from '@infra-analysis/kql'
import { tables } from '../src/index.ts'
import type { Query } from '../src/kql/query.ts'

/** What a query reads: types of resources of Resource Graph, lower case, or tables of Log Analytics. */
export function readBy({ engine, kql }: Query): readonly string[] {
  if (engine === 'log-analytics') return check(kql, tables[engine], engine).tables
  return [...new Set(kql.match(/(?<=')microsoft\.[a-z/]+(?=')/g))]
}
