import type { Analysis } from './analysis.ts'
import type { Answer } from './answer.ts'
import type { z } from 'zod'
import { askAll, type Asked, type Asking } from './ask.ts'
import { columnsOf } from './columns.ts'
import { coverageOf } from './coverage.ts'
import { InfraError, invalid } from './errors.ts'
import { factsOf } from './facts.ts'
import { offendersOf, sorted } from './findings.ts'
import { parseInput } from './input.ts'
import { bind, type Values } from './kql/bind.ts'
import type { Query } from './kql/query.ts'
import { didYouMean } from './nearest.ts'
import type { Scope } from './scope.ts'
import { batches, selectByFilters, selectByName, type Selection } from './selection.ts'
import type { Source } from './sources/source.ts'
import type { Window } from './time.ts'
import { queriesIn, type View } from './view.ts'

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

const nothing = 'Nothing was found: no resource that you can see in the scope matches the filters.'

/** The one way in: parse the input, bind it, ask the source, shape the rows, judge them. Throws InfraError. */
export async function run(analysis: Analysis, input: unknown, place: Place, options: RunOptions = {}): Promise<Answer> {
  const name = options.view ?? analysis.main
  const [main, view] = [viewOf(analysis, analysis.main), viewOf(analysis, name)]
  const { asking, asOf, window, selection, values } = await prepare(analysis, input, place, options)

  const queries = queriesFor(analysis, name)
  const answers = await Promise.all(
    queries.map((query) => tolerant(query, analysis, () => askAll(query, asking, values))),
  )
  const rowsOf = new Map(queries.map((query, i) => [query.name, answers[i]?.isCollected ? answers[i].rows : null]))
  const facts = factsOf({ asOf, window, directory: selection.directory }, rowsOf)

  const shaped = (of: View) =>
    queriesIn(of).flatMap((query) => (rowsOf.get(query.name) ?? []).flatMap((row) => of.shape(row, facts)))
  const rows = shaped(main)
  const findings = sorted(analysis.findings(rows, facts))
  const coverage = coverageOf(analysis.states, analysis.coverage(rows, facts))
  const gaps = answers.flatMap((answer) => answer.gaps)
  return {
    analysis: analysis.id,
    view: name,
    asOf: asOf.toISOString(),
    summary: {
      ...analysis.summarize(rows, facts),
      ...(rows.length === 0 && coverage.total === 0 && { headline: nothing }),
      offenders: offendersOf(findings).slice(0, 10),
    },
    columns: columnsOf(view.row),
    rows: view === main ? rows : shaped(view),
    findings,
    coverage,
    warnings: [...selection.warnings, ...gaps],
    evidence: answers.flatMap((answer) => answer.evidence),
    complete: gaps.length === 0,
  }
}

/** What an analysis asks with, and when and about which machines: names are looked up. */
export interface Prepared {
  readonly asking: Asking
  readonly asOf: Date
  readonly window: Window
  readonly selection: Selection
  /** A question for each, one after the other. */
  readonly values: readonly Values[]
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
  const values = batches(selection, analysis.batch).map((machineIds) =>
    analysis.parameters(parsed, { asOf, machineIds, window }),
  )
  return { asking, asOf, window, selection, values }
}

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

const windowFor = (analysis: Analysis, input: Readonly<Record<string, unknown>>, asOf: Date): Window =>
  analysis.window?.(input, asOf) ?? { from: asOf, to: asOf }

/** Who may read the logs need not be allowed to read Resource Graph: such a side question stays open, and the answer says so. */
export async function tolerant(
  query: Query,
  analysis: Analysis,
  asked: () => Promise<Asked<z.ZodObject>>,
): Promise<Asked<z.ZodObject>> {
  try {
    return await asked()
  } catch (error) {
    const isAside = query.engine !== analysis.engine && error instanceof InfraError && error.code === 'AccessDenied'
    if (!isAside) throw error
    return {
      rows: [],
      isCollected: false,
      evidence: [],
      gaps: [{ code: 'question-open', message: error.message, hint: error.hint }],
    }
  }
}

/** What has to be asked to answer with a view: the view itself, the main view, and the side questions. */
function queriesFor(analysis: Analysis, view: string): readonly Query[] {
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
