import { UnsupportedKql } from '../../errors.ts'
import type { Column } from '../../table.ts'
import { from, lowerPipeline, followedBy } from '../pipelines.ts'
import type { Expression } from '../plan.ts'
import { column, slotOf } from '../site.ts'
import { expansion } from './mv-expand.ts'
import { optionsOf, resultOf, type VerbLowering } from './verb.ts'

export const mvApply: VerbLowering = (operator, input, scope) => {
  const context = operator.maybe('ContextIdClause')
  if (context) throw new UnsupportedKql(context.text, context.at)
  const columns = resultOf(operator)
  const index = optionsOf(operator, ['kind', 'bagexpansion', 'with_itemindex']).get('with_itemindex')?.name
  const expanded = operator.list('Expressions').map((node): Column => {
    const value = node.part('Expression')
    const name = value.kind === 'SimpleNamedExpression' ? value.part('Name').name : value.autoName
    const type = node.maybe('ToTypeOf')?.part('TypeOf').list('Types')[0]?.typeName ?? 'dynamic'
    return { name, type }
  })
  if (index !== undefined) expanded.push({ name: index, type: 'long' })
  const replaced = input.columns.map((outer) => expanded.find(({ name }) => name === outer.name) ?? outer)
  const row = [...replaced, ...expanded.filter(({ name }) => slotOf(input.columns, name) < 0)]
  const query = lowerPipeline(operator.part('Subquery').part('Expression'), scope, from({ kind: 'input' }, row))
  const cells = columns.map(({ name }): Expression => {
    const slot = slotOf(query.columns, name)
    const both = [...input.columns, ...query.columns]
    return column(both, slot < 0 ? slotOf(input.columns, name) : input.columns.length + slot)
  })
  return followedBy(input, columns, { verb: 'mv-apply', expand: expansion(operator, input, scope, row), query, cells })
}
