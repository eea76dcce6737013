import { type Analysis, viewOf } from './analysis.ts'
import type { Evidence, Warning } from './answer.ts'
import { askAll } from './ask.ts'
import { type ColumnInfo, columnsOf } from './columns.ts'
import { factsOf } from './facts.ts'
import type { Query } from './kql/query.ts'
import { read, type Reading } from './read.ts'
import { type Place, prepare, type RunOptions } from './prepare.ts'
import { tolerant } from './tolerant.ts'
import { queriesIn } from './view.ts'

/** The rows of a view while they arrive. They are asked for when they are read, and no faster; leaving off ends the question. */
export interface RowStream<Row = Readonly<Record<string, unknown>>> extends AsyncIterable<Row> {
  readonly columns: readonly ColumnInfo[]
  /** What is known about the rows read so far. */
  outcome(): StreamOutcome
}

/** How far rows can be trusted to be all there are. */
export interface StreamOutcome {
  readonly warnings: readonly Warning[]
  readonly evidence: readonly Evidence[]
  /** False until the last row is read, and for good as soon as anything is truncated, skipped or partial. */
  readonly complete: boolean
}

/**
 * The rows of a view of an analysis, in no more memory than a few pages take. They can be read once. Throws InvalidInput for a view that
 * is not there; reading throws InfraError, as `run` does.
 */
export function stream(analysis: Analysis, input: unknown, place: Place, options: RunOptions = {}): RowStream {
  const view = viewOf(analysis, options.view ?? analysis.main)
  const warnings: Warning[] = []
  const gaps: Warning[] = []
  const evidence: Evidence[] = []
  const readings: Pick<Reading<(typeof view)['query']['row']>, 'soFar'>[] = []
  let isRead = false

  async function* rows() {
    const { asking, asOf, window, selection, valuesOf } = await prepare(analysis, input, place, options)
    warnings.push(...selection.warnings)
    const aside = await Promise.all(
      analysis.facts.map((query) => tolerant(query, analysis, () => askAll(query, asking, valuesOf(query)))),
    )
    gaps.push(...aside.flatMap((answer) => answer.gaps))
    evidence.push(...aside.flatMap((answer) => answer.evidence))
    const known = new Map(analysis.facts.map(({ name }, i) => [name, aside[i]?.isCollected ? aside[i].rows : null]))
    const facts = factsOf({ asOf, window, directory: selection.directory }, known)

    let isCollected = false
    async function* pagesOf(query: Query) {
      const answer = known.get(query.name)
      if (answer !== undefined) {
        isCollected ||= answer !== null
        yield answer ?? []
        return
      }
      for (const values of valuesOf(query)) {
        const reading = read(query, { ...asking, values })
        readings.push(reading)
        yield* reading.pages
        isCollected ||= reading.soFar().isCollected
      }
    }
    for (const query of queriesIn(view)) {
      for await (const page of pagesOf(query)) {
        for (const raw of page) for (const row of [view.shape(raw, facts)].flat()) yield row
      }
    }
    if (!isCollected) gaps.push(notCollected)
    isRead = true
  }

  return {
    columns: columnsOf(view.row),
    [Symbol.asyncIterator]: rows,
    outcome() {
      const states = readings.map((reading) => reading.soFar())
      const missing = [...gaps, ...states.flatMap((state) => state.gaps)]
      return {
        warnings: [...warnings, ...missing],
        evidence: [...evidence, ...states.map((state) => state.evidence)],
        complete: isRead && missing.length === 0,
      }
    },
  }
}

const notCollected: Warning = {
  code: 'not-collected',
  message: 'The workspace does not have the table that the rows come from.',
  hint: 'Turn on what fills the table, or ask another workspace.',
}
