import { type Analysis, viewOf } from './analysis.ts'
import { refuseIdle } from './idle.ts'
import { parseInput } from './input.ts'
import type { Values } from './kql/bind.ts'
import type { Query } from './kql/query.ts'
import type { Asking } from './read.ts'
import type { Scope } from './scope.ts'
import { batches, lacksFilter, selectByFilters, selectByName, type Selection } from './selection.ts'
import type { Source } from './sources/source.ts'
import type { Window } from './time.ts'
import { queriesIn } from './view.ts'
import { windowFor } from './window.ts'

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
  { signal, view = analysis.main }: RunOptions,
): Promise<Prepared> {
  const parsed = parseInput(analysis.input, input)
  const asOf = place.source.now()
  refuseIdle(analysis, view, parsed, asOf)
  const window = windowFor(analysis, parsed, asOf)
  const asking = { ...place, values: {}, window, signal }
  const isLog = analysis.engine === 'log-analytics'
  const selection = await (isLog ? selectByFilters : selectByName)(parsed, asking)
  // A view of Resource Graph that cannot filter by itself is told the machines.
  const told = isLog ? [] : queriesIn(viewOf(analysis, view)).filter((query) => lacksFilter(query, parsed))
  const machines = told.length > 0 ? await selectByFilters(parsed, asking) : selection
  const valuesOf = (query: Query) => {
    const parts = told.includes(query) ? batches(machines, 200) : batches(selection, query.batch)
    return parts.map((machineIds) => analysis.parameters(parsed, { asOf, machineIds, window }))
  }
  return { asking, asOf, window, selection, valuesOf }
}
