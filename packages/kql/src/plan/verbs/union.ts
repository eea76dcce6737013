import { UnsupportedKql } from '../../errors.ts'
import type { SyntaxNode } from '../../front/node.ts'
import type { Column } from '../../table.ts'
import { literal, nothing } from '../literal.ts'
import { from, lowerPipeline } from '../pipelines.ts'
import type { Expression, Pipeline, UnionLeg } from '../plan.ts'
import type { Scope } from '../scope.ts'
import { column, slotOf } from '../site.ts'
import { optionsOf, resultOf, type VerbLowering } from './verb.ts'

const isSame = (one: Column, other: Column): boolean => one.name === other.name && one.type === other.type

/** A column of a union over a leg's row; a name that comes with several types is one column a type, called `name_type`. */
export function cellOf(target: Column, row: readonly Column[]): Expression {
  const same = row.findIndex((own) => isSame(own, target))
  const slot =
    same >= 0 ? same : row.findIndex(({ name, type }) => `${name}_${type}` === target.name && type === target.type)
  return slot < 0 ? nothing(target.type) : column(row, slot)
}

/** Lowers a union, which is a source: `input` is what is piped into it. */
export function lowerUnion(operator: SyntaxNode, input: Pipeline | undefined, scope: Scope): Pipeline {
  const options = optionsOf(operator, ['kind', 'withsource', 'isfuzzy'])
  const piped = input ? [{ pipeline: input, name: sourceName(input) }] : []
  const inputs = [...piped, ...operator.list('Expressions').map((node) => readLeg(node, scope))]
  const source = options.get('withsource')?.name
  const all = resultOf(operator)
  const has = (target: Column) => inputs.every(({ pipeline }) => pipeline.columns.some((own) => isSame(own, target)))
  // The binder lists all columns for an inner union too.
  const columns =
    options.get('kind')?.text === 'inner' ? all.filter((target) => target.name === source || has(target)) : all
  if (all.some(({ name }, slot) => slotOf(all, name) !== slot)) throw new UnsupportedKql(operator.text, operator.at)
  const legs = inputs.map(({ pipeline, name }, index): UnionLeg => {
    const label = literal('string', name ?? `union_arg${index}`)
    const cell = (target: Column): Expression => (target.name === source ? label : cellOf(target, pipeline.columns))
    return { pipeline, cells: columns.map(cell) }
  })
  return from({ kind: 'union', legs }, columns)
}

function readLeg(node: SyntaxNode, scope: Scope): { pipeline: Pipeline; name: string | undefined } {
  if (node.text.includes('*') && node.kind === 'NameReference') throw new UnsupportedKql('a wildcard in union', node.at)
  const pipeline = lowerPipeline(node, scope)
  return { pipeline, name: node.kind === 'NameReference' ? node.name : sourceName(pipeline) }
}

// A leg that has been changed on the way no longer goes by its table's name.
function sourceName({ source, steps }: Pipeline): string | undefined {
  return steps.length === 0 && (source.kind === 'table' || source.kind === 'view') ? source.name : undefined
}

export const union: VerbLowering = lowerUnion
