import type { Analysis } from './analysis.ts'
import { parseInput } from './input.ts'
import type { Values } from './kql/bind.ts'
import type { Query } from './kql/query.ts'
import type { Asking } from './read.ts'
import type { Scope } from './scope.ts'
import { batches, selectByFilters, selectByName, type Selection } from './selection.ts'
import type { Source } from './sources/source.ts'
import type { Window } from './time.ts'

/** Where to ask. */
export interface Place {
  readonly source: Source
  readonly scope: Scope
}

export interface RunOptions {
  /** Which table to answer with; the analysis' main view unless said otherwise. */
  readonly view?: string | undefined
  readonly signal?: AbortSignal | undefined
}

/** What an analysis asks with, and when and about which machines: names are looked up. */
export interface Prepared {
  readonly asking: Asking
  readonly asOf: Date
  readonly window: Window
  readonly selection: Selection
  /** The values of a query's parameters: a question for each, one after the other. */
  readonly valuesOf: (query: Query) => readonly Values[]
}

/** Parses the input and looks up the machines. Throws InfraError. */
export async function prepare(
  analysis: Analysis,
  input: unknown,
  place: Place,
  { signal }: RunOptions,
): Promise<Prepared> {
  const parsed = parseInput(analysis.input, input)
  const asOf = place.source.now()
  const window = windowFor(analysis, parsed, asOf)
  const asking = { ...place, values: {}, window, signal }
  const select = analysis.engine === 'log-analytics' ? selectByFilters : selectByName
  const selection = await select(parsed, asking)
  const valuesOf = ({ batch }: Query) =>
    batches(selection, batch).map((machineIds) => analysis.parameters(parsed, { asOf, machineIds, window }))
  return { asking, asOf, window, selection, valuesOf }
}

/** The time that an analysis looks at: the moment, unless it says otherwise. */
export const windowFor = (analysis: Analysis, input: Readonly<Record<string, unknown>>, asOf: Date): Window =>
  analysis.window?.(input, asOf) ?? { from: asOf, to: asOf }
