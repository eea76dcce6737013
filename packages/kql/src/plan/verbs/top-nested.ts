import { UnsupportedKql } from '../../errors.ts'
import type { SyntaxNode } from '../../front/node.ts'
import { lower } from '../expressions.ts'
import { followedBy } from '../pipelines.ts'
import type { TopNested } from '../plan.ts'
import type { Site } from '../site.ts'
import { gather } from './summarize.ts'
import { resultOf, type VerbLowering } from './verb.ts'

function level(clause: SyntaxNode, site: Site): TopNested['levels'][number] {
  if (clause.maybe('WithOthersClause')) throw new UnsupportedKql('top-nested with others', clause.at)
  const by = clause.part('ByExpression')
  const ordered = by.kind === 'SimpleNamedExpression' ? by.part('Expression') : by
  const ordering =
    ordered.kind === 'OrderedExpression' ? ordered.part('Ordering').maybe('AscOrDescKeyword')?.text : undefined
  const { aggregates, intercept } = gather(site, 0)
  const rows = clause.maybe('Expression')
  return {
    ...(rows && { rows: lower(rows, { scope: site.scope, row: [] }) }),
    of: lower(clause.part('OfExpression'), site),
    by: lower(by, { scope: site.scope, row: [], intercept }),
    aggregates,
    descending: ordering !== 'asc',
  }
}

export const topNested: VerbLowering = (operator, input, scope) =>
  followedBy(input, resultOf(operator), {
    verb: 'top-nested',
    levels: operator.list('Clauses').map((clause) => level(clause, { scope, row: input.columns })),
  })
