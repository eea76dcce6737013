import { queriesFor, type Analysis } from './analysis.ts'
import { parseInput } from './input.ts'
import { bind } from './kql/bind.ts'
import type { Query } from './kql/query.ts'
import { windowFor } from './window.ts'

/** A query as it would be sent. */
export type BoundQuery = Pick<Query, 'name' | 'engine' | 'kql'>

/** The queries that a run would send. Nothing is asked: machine names stand in them as they are given. */
export function kqlOf(
  analysis: Analysis,
  input: unknown,
  asOf: Date,
  view: string = analysis.main,
): readonly BoundQuery[] {
  const parsed = parseInput(analysis.input, input)
  const named = (parsed['machines'] ?? []) as readonly string[]
  const machineIds = named.map((name) => name.toLowerCase())
  const values = analysis.parameters(parsed, { asOf, machineIds, window: windowFor(analysis, parsed, asOf) })
  return queriesFor(analysis, view).map(({ name, engine, kql }) => ({ name, engine, kql: bind(kql, values) }))
}
