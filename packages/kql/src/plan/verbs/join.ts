import { UnsupportedKql } from '../../errors.ts'
import type { SyntaxNode } from '../../front/node.ts'
import type { Column } from '../../table.ts'
import { lowerPipeline, followedBy } from '../pipelines.ts'
import type { Expression, Join, JoinKind, Pipeline } from '../plan.ts'
import type { Scope } from '../scope.ts'
import { column, slotOf } from '../site.ts'
import { copyCells } from './project.ts'
import { optionsOf, resultOf, type VerbLowering, word } from './verb.ts'

const kinds: Readonly<Record<string, JoinKind>> = {
  innerunique: 'innerunique',
  inner: 'inner',
  leftouter: 'leftouter',
  rightouter: 'rightouter',
  fullouter: 'fullouter',
  leftsemi: 'leftsemi',
  leftanti: 'leftanti',
  anti: 'leftanti',
  leftantisemi: 'leftanti',
  rightsemi: 'rightsemi',
  rightanti: 'rightanti',
  rightantisemi: 'rightanti',
}

type KeyPair = readonly [left: string, right: string]

function keyPairs(node: SyntaxNode): KeyPair[] {
  if (node.kind === 'ParenthesizedExpression') return keyPairs(node.part('Expression'))
  if (node.kind === 'AndExpression') return [...keyPairs(node.part('Left')), ...keyPairs(node.part('Right'))]
  if (node.kind === 'NameReference') return [[node.name, node.name]]
  if (node.kind !== 'EqualExpression') throw new UnsupportedKql(`the join condition ${node.text}`, node.at)
  const sides = [sideOf(node.part('Left')), sideOf(node.part('Right'))]
  const left = sides.find(({ side }) => side === '$left')
  const right = sides.find(({ side }) => side === '$right')
  if (!left || !right) throw new UnsupportedKql(`the join condition ${node.text}`, node.at)
  return [[left.name, right.name]]
}

function sideOf(node: SyntaxNode): { side: string; name: string } {
  if (node.kind !== 'PathExpression') throw new UnsupportedKql(`the join key ${node.text}`, node.at)
  return { side: node.part('Expression').name, name: node.part('Selector').name }
}

function joined(operator: SyntaxNode, clause: string, kind: JoinKind, input: Pipeline, scope: Scope): Join {
  const right = lowerPipeline(operator.part('Expression'), scope)
  const pairs = operator.part(clause).list('Expressions').flatMap(keyPairs)
  const key = (row: readonly Column[], name: string): Expression => column(row, slotOf(row, name))
  return {
    verb: 'join',
    kind,
    left: input.columns,
    right,
    leftKeys: pairs.map(([name]) => key(input.columns, name)),
    rightKeys: pairs.map(([, name]) => key(right.columns, name)),
  }
}

export const join: VerbLowering = (operator, input, scope) => {
  const named = word(optionsOf(operator, ['kind']).get('kind'), 'innerunique')
  const kind = kinds[named]
  if (!kind) throw new UnsupportedKql(`the join kind ${named}`, operator.at)
  return followedBy(input, resultOf(operator), joined(operator, 'ConditionClause', kind, input, scope))
}

/** `lookup`: a join that leaves out the right side's keys. */
export const lookup: VerbLowering = (operator, input, scope) => {
  const kind = word(optionsOf(operator, ['kind']).get('kind'), 'leftouter')
  if (kind !== 'leftouter' && kind !== 'inner') throw new UnsupportedKql(`the lookup kind ${kind}`, operator.at)
  const step = joined(operator, 'LookupClause', kind, input, scope)
  const keys = new Set(step.rightKeys.map((key) => (key.kind === 'column' ? key.slot : -1)))
  const both = [...input.columns, ...step.right.columns]
  const kept = both.flatMap((_, slot) => (keys.has(slot - input.columns.length) ? [] : [column(both, slot)]))
  return followedBy(input, resultOf(operator), step, copyCells(kept))
}
