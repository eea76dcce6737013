import { UnsupportedKql } from '../../errors.ts'
import type { SyntaxNode } from '../../front/node.ts'
import { argumentsOf, calledName } from '../functions.ts'
import { lower } from '../expressions.ts'
import type { Call, Expression, Pipeline, Step } from '../plan.ts'
import type { Scope } from '../scope.ts'
import type { Site } from '../site.ts'

/** Functions that look at other rows than their own. */
const windowFunctions: ReadonlySet<string> = new Set([
  'next',
  'prev',
  'row_cumsum',
  'row_number',
  'row_rank_dense',
  'row_rank_min',
  'row_window_session',
])

const ordering: ReadonlySet<Step['verb']> = new Set(['serialize', 'sort', 'top', 'window'])
const keepsOrder: ReadonlySet<Step['verb']> = new Set(['extend', 'mv-expand', 'parse', 'project', 'take', 'where'])

/** Whether the order of the rows is meaningful, as the service wants it where a row looks at others. */
function isSerialized({ source, steps }: Pipeline, scope: Scope): boolean {
  const last = steps.findLast(({ verb }) => !keepsOrder.has(verb))
  if (last) return ordering.has(last.verb)
  if (source.kind !== 'view') return source.kind === 'range' || source.kind === 'input'
  const view = scope.plan.views.find(({ name }) => name === source.name)
  return view !== undefined && isSerialized(view.pipeline, scope)
}

/** A site whose window functions become steps of their own, each adding one cell behind the input's. */
export function windowed(input: Pipeline, scope: Scope): { site: Site; steps: Step[] } {
  const steps: Step[] = []
  const intercept = (node: SyntaxNode, site: Site): Expression | undefined => {
    if (!windowFunctions.has(calledName(node))) return undefined
    if (!isSerialized(input, scope))
      throw new UnsupportedKql(
        `${calledName(node)} over rows without an order`,
        node.at,
        'sort or serialize them first',
      )
    const args = argumentsOf(node).map((arg) => lower(arg, site))
    const call: Call = { kind: 'call', type: node.type, name: calledName(node), args, at: node.at }
    const slot = input.columns.length + steps.length
    steps.push({ verb: 'window', call })
    return { kind: 'column', type: node.type, slot }
  }
  return { site: { scope, row: input.columns, intercept }, steps }
}
