import { followedBy } from '../pipelines.ts'
import { everyColumn } from '../site.ts'
import { assignInOrder } from './assignments.ts'
import { copyCells } from './project.ts'
import { resultOf, type VerbLowering } from './verb.ts'

export const distinct: VerbLowering = (operator, input, scope) => {
  const columns = resultOf(operator)
  const nodes = operator.list('Expressions')
  const all = nodes.length === 1 && nodes[0]?.kind === 'StarExpression'
  const cells = all ? copyCells(everyColumn(columns)) : undefined
  const narrow = cells ?? {
    verb: 'project' as const,
    width: columns.length,
    cells: assignInOrder(nodes, { scope, row: input.columns }),
  }
  const steps = all ? [] : [narrow]
  return followedBy(input, columns, ...steps, { verb: 'distinct', types: columns.map(({ type }) => type) })
}
