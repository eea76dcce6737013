import { UnsupportedKql } from '../../errors.ts'
import type { SyntaxNode } from '../../front/node.ts'
import { call, lower } from '../expressions.ts'
import { literal } from '../literal.ts'
import { followedBy, from, lowerPipeline } from '../pipelines.ts'
import type { Expression, Pipeline, UnionLeg } from '../plan.ts'
import type { Scope } from '../scope.ts'
import { everyColumn, type Site } from '../site.ts'
import { matchAnyColumn } from '../star.ts'
import { copyCells } from './project.ts'
import { cellOf } from './union.ts'
import { optionsOf, resultOf, type VerbLowering } from './verb.ts'

function condition(node: SyntaxNode, site: Site): Expression {
  const both = (name: string): Expression => ({
    kind: 'call',
    type: 'bool',
    name,
    args: [condition(node.part('Left'), site), condition(node.part('Right'), site)],
    at: node.at,
  })
  switch (node.kind) {
    case 'ParenthesizedExpression':
      return condition(node.part('Expression'), site)
    case 'AndExpression':
      return both('and')
    case 'OrExpression':
      return both('or')
    case 'StringLiteralExpression':
      if (node.string.includes('*')) throw new UnsupportedKql('a search with wildcards', node.at)
      return matchAnyColumn(node, 'has', literal('string', node.string), site)
    case 'SearchExpression':
      return inColumn(node, site)
    default:
      return lower(node, site)
  }
}

// `column:"word"` is `column has "word"`.
function inColumn(node: SyntaxNode, site: Site): Expression {
  const [left, right] = [lower(node.part('Left'), site), lower(node.part('Right'), site)]
  const isWord = right.kind === 'literal' && typeof right.value === 'string' && !right.value.includes('*')
  if (left.type !== 'string' || !isWord) throw new UnsupportedKql(`the search ${node.text}`, node.at)
  return call(node, 'has', [left, right])
}

const searched = (operator: SyntaxNode, input: Pipeline, scope: Scope): Pipeline => {
  if (input.source.kind !== 'table' || input.steps.length > 0)
    throw new UnsupportedKql('search over anything but tables', operator.at)
  const predicate = condition(operator.part('Condition'), { scope, row: input.columns })
  return followedBy(input, input.columns, { verb: 'where', predicate })
}

const tableName = ({ source }: Pipeline): Expression => literal('string', source.kind === 'table' ? source.name : '')

/** `T | search "word"`: rows with the word in any column, and before them the table's name. */
export const search: VerbLowering = (operator, input, scope) => {
  optionsOf(operator, [])
  if (operator.maybe('InClause')) throw new UnsupportedKql('search in tables behind a table', operator.at)
  return followedBy(
    searched(operator, input, scope),
    resultOf(operator),
    copyCells([tableName(input), ...everyColumn(input.columns)]),
  )
}

/** `search in (T, U) "word"`: the rows of all tables, as a union lays them out. */
export function searchTables(operator: SyntaxNode, scope: Scope): Pipeline {
  optionsOf(operator, [])
  const tables = operator.maybe('InClause')?.list('Expressions')
  if (!tables) throw new UnsupportedKql('search over all tables', operator.at, 'name them: search in (T, U) …')
  const columns = resultOf(operator)
  const legs = tables.map((node): UnionLeg => {
    const input = lowerPipeline(node, scope)
    const cells = columns.slice(1).map((target) => cellOf(target, input.columns))
    return { pipeline: searched(operator, input, scope), cells: [tableName(input), ...cells] }
  })
  return from({ kind: 'union', legs }, columns)
}
