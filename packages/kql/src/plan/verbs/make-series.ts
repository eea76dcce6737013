import { UnsupportedKql } from '../../errors.ts'
import type { SyntaxNode } from '../../front/node.ts'
import { lower } from '../expressions.ts'
import { literal } from '../literal.ts'
import { followedBy } from '../pipelines.ts'
import type { Expression, MakeSeries } from '../plan.ts'
import type { Site } from '../site.ts'
import { gather } from './summarize.ts'
import { optionsOf, resultOf, type VerbLowering, word } from './verb.ts'

type Range = Pick<MakeSeries, 'from' | 'to' | 'step' | 'closed'>

function rangeOf(operator: SyntaxNode, site: Site): Range {
  const clause = operator.part('RangeClause')
  if (clause.kind === 'MakeSeriesInRangeClause') {
    const [from, to, step] = clause
      .part('Arguments')
      .list('Expressions')
      .map((node) => lower(node, site))
    if (!from || !to || !step) throw new UnsupportedKql(clause.text, clause.at)
    return { from, to, step, closed: true }
  }
  const bound = (name: string): Expression | undefined => {
    const part = clause.maybe(name)?.maybe('Expression')
    return part && lower(part, site)
  }
  const from = bound('MakeSeriesFromClause')
  const to = bound('MakeSeriesToClause')
  const step = bound('MakeSeriesStepClause')
  if (!step) throw new UnsupportedKql('make-series without a step', operator.at)
  return { ...(from && { from }), ...(to && { to }), step, closed: false }
}

export const makeSeries: VerbLowering = (operator, input, scope) => {
  const site: Site = { scope, row: input.columns }
  const keys = (operator.maybe('ByClause')?.list('Expressions') ?? []).map((key) => lower(key, site))
  const { aggregates, intercept } = gather(site, 0)
  const series = operator.list('Aggregates').map((node) => {
    const fallback = node.maybe('DefaultExpression')?.part('Expression')
    return {
      value: lower(node.part('Expression'), { scope, row: [], intercept }),
      fallback: fallback ? lower(fallback, { scope, row: [] }) : literal('long', 0),
    }
  })
  const kind = word(optionsOf(operator, ['kind']).get('kind'), '')
  return followedBy(input, resultOf(operator), {
    verb: 'make-series',
    keys,
    aggregates,
    series,
    axis: lower(operator.part('OnClause').part('Expression'), site),
    ...rangeOf(operator, { scope, row: [] }),
    nonempty: kind === 'nonempty',
    at: operator.at,
  })
}
