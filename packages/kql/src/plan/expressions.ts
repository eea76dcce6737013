import { UnsupportedKql } from '../errors.ts'
import type { SyntaxNode } from '../front/node.ts'
import type { Column, ScalarType } from '../table.ts'
import { callFunction, isOwnFunction } from './functions.ts'
import { dynamicValue, literal, literalType, literalValue } from './literal.ts'
import { binaryOperators, listOperators, rangeOperators } from './operators.ts'
import { lowerPipeline } from './pipelines.ts'
import type { Expression } from './plan.ts'
import { resolve } from './scope.ts'
import { column, type Site, slotOf } from './site.ts'
import { matchAnyColumn } from './star.ts'

/** The call of a function or operator at a node. */
export const call = (
  node: SyntaxNode,
  name: string,
  args: readonly Expression[],
  type: ScalarType = node.type,
): Expression => ({
  kind: 'call',
  type,
  name,
  args,
  at: node.at,
})

/** Turns a scalar syntax node into an expression over the site's row. */
export function lower(node: SyntaxNode, site: Site): Expression {
  const binary = binaryOperators[node.kind]
  if (binary) return lowerBinary(node, binary, site)
  const list = listOperators[node.kind]
  if (list) {
    const items = node.part('Right').list('Expressions')
    return call(node, list, [lower(node.part('Left'), site), ...items.map((item) => listItem(item, site))])
  }
  const range = rangeOperators[node.kind]
  if (range) {
    const bounds = node.part('Right')
    const parts = [node.part('Left'), bounds.part('First'), bounds.part('Second')]
    return call(
      node,
      range,
      parts.map((part) => lower(part, site)),
    )
  }
  return lowerOther(node, site)
}

function lowerOther(node: SyntaxNode, site: Site): Expression {
  switch (node.kind) {
    case 'NameReference':
      return lowerName(node, site)
    case 'PathExpression':
      return lowerPath(node, site)
    case 'ElementExpression':
      return member(node, node.part('Expression'), lower(node.part('Selector').part('Expression'), site), site)
    case 'FunctionCallExpression':
      return (isOwnFunction(node, site) ? undefined : site.intercept?.(node, site)) ?? callFunction(node, site)
    case 'ParenthesizedExpression':
    case 'UnaryPlusExpression':
    case 'SimpleNamedExpression':
    case 'CompoundNamedExpression':
    case 'OrderedExpression':
      return lower(node.part('Expression'), site)
    case 'UnaryMinusExpression':
      return call(node, 'negate', [lower(node.part('Expression'), site)])
    case 'DynamicExpression':
      return lowerDynamic(node.part('Expression'), node)
    case 'CompoundStringLiteralExpression':
      return literal('string', node.string)
    case 'TypeOfLiteralExpression':
      return literal(
        'string',
        node
          .list('Types')
          .map(({ text }) => text)
          .join(','),
      )
    case 'ToScalarExpression':
      return lowerToScalar(node, site)
    default:
      if (node.kind.endsWith('LiteralExpression')) return literal(literalType(node), literalValue(node))
      throw new UnsupportedKql(node.text, node.at)
  }
}

// JSON does not tell `1.0` from `1`, so that an array written with reals has to say so.
function lowerDynamic(value: SyntaxNode, node: SyntaxNode): Expression {
  const found = literal('dynamic', dynamicValue(value))
  const isReal = (item: SyntaxNode): boolean => item.kind === 'RealLiteralExpression'
  const real = value.kind === 'JsonArrayExpression' && value.list('Values').some(isReal)
  return real ? call(node, 'array of reals', [found], 'dynamic') : found
}

function lowerBinary(node: SyntaxNode, name: string, site: Site): Expression {
  const left = node.part('Left')
  const right = lower(node.part('Right'), site)
  return left.kind === 'StarExpression'
    ? matchAnyColumn(node, name, right, site)
    : call(node, name, [lower(left, site), right])
}

function listItem(node: SyntaxNode, site: Site): Expression {
  if (!node.isTable) return lower(node, site)
  return { kind: 'toarray', type: 'dynamic', query: lowerPipeline(node, site.scope) }
}

function lowerName(node: SyntaxNode, site: Site): Expression {
  if (node.symbol?.kind === 'column') {
    const slot = slotOf(site.row, node.symbol.name)
    if (slot >= 0) return column(site.row, slot)
  }
  const binding = resolve(site.scope, node.name)
  if (binding?.kind === 'scalar') {
    if (binding.row && binding.row !== site.row)
      throw new UnsupportedKql(`${node.name}, which changes by row,`, node.at)
    return binding.value
  }
  if (binding?.kind === 'function') return callFunction(node, site)
  throw new UnsupportedKql(`the name ${node.name} here`, node.at)
}

function lowerPath(node: SyntaxNode, site: Site): Expression {
  const selector = node.part('Selector')
  if (selector.symbol?.kind === 'column') {
    const qualified = slotOf(site.row, `${node.part('Expression').text}.${selector.name}`)
    return qualified < 0 ? lowerName(selector, site) : column(site.row, qualified)
  }
  const key =
    selector.kind === 'BracketedExpression'
      ? lower(selector.part('Expression'), site)
      : literal('string', selector.name)
  return member(node, node.part('Expression'), key, site)
}

function member(node: SyntaxNode, of: SyntaxNode, key: Expression, site: Site): Expression {
  const base = lower(of, site)
  if (base.kind === 'item' && of.columns) return tupleItem(node, of.columns, base, key)
  if (base.kind === 'member') return { ...base, path: [...base.path, key] }
  return { kind: 'member', type: node.type, of: base, path: [key] }
}

// An index into a tuple picks one of its cells; of a single cell it is not known whether it picks that or its element.
function tupleItem(
  node: SyntaxNode,
  columns: readonly Column[],
  base: Extract<Expression, { kind: 'item' }>,
  key: Expression,
): Expression {
  const index = key.kind === 'literal' && typeof key.value === 'number' ? key.value : -1
  const type = columns[index]?.type
  if (!type || columns.length === 1) throw new UnsupportedKql(node.text, node.at)
  return { ...base, type, index }
}

function lowerToScalar(node: SyntaxNode, site: Site): Expression {
  const inner = node.part('Expression')
  if (!inner.isTable) return lower(inner, site)
  return { kind: 'toscalar', type: node.type, query: lowerPipeline(inner, site.scope) }
}
