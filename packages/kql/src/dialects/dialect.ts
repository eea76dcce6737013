import type { Diagnostic } from '../errors.ts'
import type { SyntaxNode } from '../front/node.ts'
import { position } from '../front/position.ts'
import { kusto } from './kusto.ts'
import { logAnalytics } from './log-analytics.ts'
import { resourceGraph } from './resource-graph.ts'
import type { Rules } from './rules.ts'

/** The services' versions of KQL. */
export type Dialect = 'kusto' | 'log-analytics' | 'resource-graph'

const dialects: Readonly<Record<Dialect, Rules>> = {
  kusto,
  'log-analytics': logAnalytics,
  'resource-graph': resourceGraph,
}

/** The rules of a dialect. */
export const rulesOf = (dialect: Dialect): Rules => dialects[dialect]

/** What a dialect refuses in a query that is valid KQL. */
export function review(nodes: readonly SyntaxNode[], text: string, dialect: Dialect): Diagnostic[] {
  return rulesOf(dialect)
    .review(nodes)
    .map(({ code, message, at }) => ({ code, severity: 'error', message, ...at, ...position(text, at.start) }))
}
