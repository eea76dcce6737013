import { UnsupportedKql } from '../errors.ts'
import type { SyntaxNode } from '../front/node.ts'
import { literal } from './literal.ts'
import type { Expression } from './plan.ts'
import { everyColumn, type Site } from './site.ts'

/**
 * `* has "x"`: whether any column's text matches. Columns that are no text take part only by their printed form, so a needle that
 * could be found there is refused.
 */
export function matchAnyColumn(node: SyntaxNode, operator: string, needle: Expression, site: Site): Expression {
  const isText = ({ type }: Expression): boolean => type === 'string' || type === 'dynamic'
  const cells = everyColumn(site.row)
  const word = needle.kind === 'literal' && typeof needle.value === 'string' ? needle.value : undefined
  const safe = word !== undefined && /^[^\d:.-]{2,}$/.test(word) && !/^(true|false|nan|infinity|[a-f]+)$/i.test(word)
  if (operator.startsWith('!')) throw new UnsupportedKql(`${operator} over all columns`, node.at)
  if (!safe && !cells.every(isText)) throw new UnsupportedKql(`a search over all columns for ${node.text}`, node.at)
  return cells
    .filter(isText)
    .map((cell): Expression => ({ kind: 'call', type: 'bool', name: operator, args: [cell, needle], at: node.at }))
    .reduce(
      (some, match): Expression => ({ kind: 'call', type: 'bool', name: 'or', args: [some, match], at: node.at }),
      literal('bool', false),
    )
}
