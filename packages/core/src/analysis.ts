import { z } from 'zod'
import type { CoverageEntry, Figure, Finding } from './answer.ts'
import { invalid } from './errors.ts'
import type { Facts } from './facts.ts'
import type { Values } from './kql/bind.ts'
import type { Query } from './kql/query.ts'
import type { Engine } from './sources/source.ts'
import type { Window } from './time.ts'
import { didYouMean } from './nearest.ts'
import { queriesIn, type View } from './view.ts'

export type Views = Readonly<Record<string, View>>
export type RowOf<V extends View> = z.output<V['row']>

/** What the parameters of a query are made of. */
export interface Context {
  readonly asOf: Date
  /** The machines asked for, as lower-cased ARM ids and, in logs, `computer:<short name>`; empty for all. */
  readonly machineIds: readonly string[]
  /** What the question looks at, for questions to Log Analytics; else the moment. */
  readonly window: Window
}

/** One question about the fleet: library call, command, tool, docs page and golden test derive from it. */
export interface Analysis<
  Id extends string = string,
  In extends z.ZodObject = z.ZodObject,
  V extends Views = Views,
  Main extends keyof V & string = keyof V & string,
> {
  /** `patching-level` is folder and command; `get_patching_level` the tool. */
  readonly id: Id
  readonly title: string
  /** The first sentence is the command's summary. */
  readonly description: string
  /** Decides the scope that a caller gives. */
  readonly engine: Engine
  /** The Azure actions that it needs, each a read. */
  readonly rights: readonly string[]
  /** What the store keeps of its data and how fresh that is, in a sentence. */
  readonly keeps: string
  /** Defaults live here and nowhere else. */
  readonly input: In
  /** The time that a question to Log Analytics looks at. */
  window?(input: z.output<In>, asOf: Date): Window
  /** Values of the queries' parameters. */
  parameters(input: z.output<In>, context: Context): Values
  /** Side questions that are answered whole before the first row. */
  readonly facts: readonly Query[]
  readonly views: V
  /** The view that coverage, findings and summary rest on. */
  readonly main: Main
  /** Every coverage state with its meaning; those that say nothing trustworthy about a resource are gaps. */
  readonly states: Readonly<Record<string, { readonly meaning: string; readonly gap: boolean }>>
  /** The state of each resource that the answer should cover. */
  coverage(rows: readonly RowOf<V[Main]>[], facts: Facts): readonly CoverageEntry[]
  findings(rows: readonly RowOf<V[Main]>[], facts: Facts): readonly Finding[]
  summarize(
    rows: readonly RowOf<V[Main]>[],
    facts: Facts,
  ): { readonly headline: string; readonly figures: readonly Figure[] }
  /** Feed docs, help and the golden test. */
  readonly examples: readonly { readonly title: string; readonly input: z.input<In> }[]
}

/** The declaration as it is, with its types. */
export const defineAnalysis = <
  const Id extends string,
  In extends z.ZodObject,
  V extends Views,
  const Main extends keyof V & string,
>(
  analysis: Analysis<Id, In, V, Main>,
): Analysis<Id, In, V, Main> => analysis

/** The same for every analysis, because a query cannot write. */
export const annotations = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
} as const

/** The queries of an analysis, each once. */
export const queriesOf = (analysis: Analysis): readonly Query[] => [
  ...new Set([...analysis.facts, ...Object.values(analysis.views).flatMap(queriesIn)]),
]

/** What has to be asked to answer with a view: the view itself, the main view, and the side questions. */
export function queriesFor(analysis: Analysis, view: string): readonly Query[] {
  return [
    ...new Set([
      ...queriesIn(viewOf(analysis, view)),
      ...queriesIn(viewOf(analysis, analysis.main)),
      ...analysis.facts,
    ]),
  ]
}

/** A view by its name. Throws InvalidInput. */
export function viewOf(analysis: Analysis, name: string): View {
  const view = analysis.views[name]
  if (view) return view
  const names = Object.keys(analysis.views)
  throw invalid(`'${analysis.id}' has no view '${name}'.${didYouMean(name, names)}`, `Views: ${names.join(', ')}.`)
}
