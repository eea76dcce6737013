import type { SyntaxNode } from '../front/node.ts'
import { refuse, type Refusal, type Rules } from './rules.ts'

const operators: Readonly<Record<string, string>> = {
  MacroExpandOperator: 'macro-expand',
  GraphMatchOperator: 'graph-match',
  GraphToTableOperator: 'graph-to-table',
  MakeGraphOperator: 'make-graph',
  GraphShortestPathsOperator: 'graph-shortest-paths',
  InlineExternalTableExpression: 'inline external table',
}

const functions: ReadonlySet<string> = new Set([
  'cluster',
  'database',
  'cursor_after',
  'cursor_before_or_at',
  'cursor_current',
])

// The query API has no parameters of its own: a declaration is a template's, and whoever binds the values takes it out.
function refusal(node: SyntaxNode): Refusal[] {
  const operator = operators[node.kind]
  if (operator)
    return [refuse('SEM0001', `SemanticError: '${operator}' operator is not supported by Azure Monitor.`, node)]
  if (node.kind !== 'FunctionCallExpression') return []
  const { name } = node.part('Name')
  return functions.has(name)
    ? [refuse('SEM0001', `SemanticError: '${name}' is not supported by Azure Monitor.`, node)]
    : []
}

/** Log Analytics: nearly all of KQL. */
export const logAnalytics: Rules = { review: (nodes) => nodes.flatMap(refusal), ignoresTableCase: false }
