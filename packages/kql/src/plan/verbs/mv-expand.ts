import type { SyntaxNode } from '../../front/node.ts'
import type { Column } from '../../table.ts'
import { UnsupportedKql } from '../../errors.ts'
import { followedBy } from '../pipelines.ts'
import type { MvExpand, Pipeline } from '../plan.ts'
import type { Scope } from '../scope.ts'
import { lower } from '../expressions.ts'
import { literal } from '../literal.ts'
import { slotOf } from '../site.ts'
import { nameCells } from './assignments.ts'
import { optionsOf, resultOf, type VerbLowering, word } from './verb.ts'

// The operator's old spelling keeps its old limit.
const oldLimit = 128

/** Reads what `mv-expand` and `mv-apply` share; `columns` is the row with the expanded cells in it. */
export function expansion(operator: SyntaxNode, input: Pipeline, scope: Scope, columns: readonly Column[]): MvExpand {
  const options = optionsOf(operator, ['kind', 'bagexpansion', 'with_itemindex'])
  const site = { scope, row: input.columns }
  const bags = word(options.get('kind') ?? options.get('bagexpansion'), 'bag')
  if (bags !== 'bag' && bags !== 'array') throw new UnsupportedKql(`the kind ${bags} of expansion`, operator.at)
  const index = options.get('with_itemindex')?.name
  const limit = operator.maybe('RowLimitClause')?.part('RowLimit')
  const expandLimit = /^mvexpand\b/.test(operator.text) ? oldLimit : scope.plan.settings.expandLimit
  const cells = operator.list('Expressions').map((node) => {
    const { names, value } = nameCells(node.part('Expression'), site)
    const target = slotOf(columns, names[0] ?? '')
    const type = columns[target]?.type
    if (!type) throw new UnsupportedKql(`expanding ${node.text}`, node.at)
    return { value, target, type }
  })
  return {
    verb: 'mv-expand',
    width: columns.length,
    cells,
    bags,
    ...(index !== undefined && { index: slotOf(columns, index) }),
    ...(expandLimit !== undefined && { limit: literal('long', expandLimit) }),
    ...(limit && { limit: lower(limit, { scope, row: [] }) }),
  }
}

export const mvExpand: VerbLowering = (operator, input, scope) => {
  const columns = resultOf(operator)
  return followedBy(input, columns, expansion(operator, input, scope, columns))
}
