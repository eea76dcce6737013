import { queriesFor, viewOf, type Analysis } from './analysis.ts'
import type { Answer } from './answer.ts'
import { askAll } from './ask.ts'
import { columnsOf } from './columns.ts'
import { coverageOf } from './coverage.ts'
import { factsOf } from './facts.ts'
import { offendersOf, sorted } from './findings.ts'
import { prepare, type Place, type RunOptions } from './prepare.ts'
import { tolerant } from './tolerant.ts'
import { queriesIn, type View } from './view.ts'

const nothing = 'Nothing was found: no resource that you can see in the scope matches the filters.'

/** The one way in: parse the input, bind it, ask the source, shape the rows, judge them. Throws InfraError. */
export async function run(analysis: Analysis, input: unknown, place: Place, options: RunOptions = {}): Promise<Answer> {
  const name = options.view ?? analysis.main
  const [main, view] = [viewOf(analysis, analysis.main), viewOf(analysis, name)]
  const { asking, asOf, window, selection, valuesOf } = await prepare(analysis, input, place, options)

  const queries = queriesFor(analysis, name)
  const answers = await Promise.all(
    queries.map((query) => tolerant(query, analysis, () => askAll(query, asking, valuesOf(query)))),
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
