import { UnsupportedKql } from '../../errors.ts'
import type { SyntaxNode } from '../../front/node.ts'
import { lower } from '../expressions.ts'
import { followedBy } from '../pipelines.ts'
import type { SortKey } from '../plan.ts'
import type { Site } from '../site.ts'
import type { VerbLowering } from './verb.ts'

/** A sort key: descending unless it says `asc`; null is the smallest value unless it says where nulls go. */
export function sortKey(node: SyntaxNode, site: Site): SortKey {
  const ordering = node.kind === 'OrderedExpression' ? node.part('Ordering') : undefined
  const descending = ordering?.maybe('AscOrDescKeyword')?.text !== 'asc'
  const nulls = ordering?.maybe('NullsClause')?.part('FirstOrLastKeyword').text
  const nullsFirst = nulls ? nulls === 'first' : !descending
  const value = lower(node, site)
  if (value.type === 'dynamic') throw new UnsupportedKql('sorting by a dynamic value', node.at)
  return { value, descending, nullsFirst }
}

export const sort: VerbLowering = (operator, input, scope) => {
  const keys = operator.list('Expressions').map((key) => sortKey(key, { scope, row: input.columns }))
  return followedBy(input, input.columns, { verb: 'sort', keys })
}

export const top: VerbLowering = (operator, input, scope) => {
  const site = { scope, row: input.columns }
  const rows = lower(operator.part('Expression'), { scope, row: [] })
  return followedBy(input, input.columns, { verb: 'top', rows, keys: [sortKey(operator.part('ByExpression'), site)] })
}

/** `take`; right after a sort the two are a `top`, which needs no full sort. */
export const take: VerbLowering = (operator, input, scope) => {
  const rows = lower(operator.part('Expression'), { scope, row: [] })
  const last = input.steps.at(-1)
  if (last?.verb !== 'sort') return followedBy(input, input.columns, { verb: 'take', rows })
  return followedBy({ ...input, steps: input.steps.slice(0, -1) }, input.columns, {
    verb: 'top',
    rows,
    keys: last.keys,
  })
}

export const sample: VerbLowering = (operator, input, scope) =>
  followedBy(input, input.columns, { verb: 'sample', rows: lower(operator.part('Expression'), { scope, row: [] }) })
