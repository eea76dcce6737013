import { UnsupportedKql } from '../errors.ts'
import type { SyntaxNode } from '../front/node.ts'
import { castTo } from './cast.ts'
import { lower } from './expressions.ts'
import { followedBy, from } from './pipelines.ts'
import type { Expression, Pipeline } from './plan.ts'
import type { Scope } from './scope.ts'
import { assignInOrder } from './verbs/assignments.ts'
import { searchTables } from './verbs/search.ts'
import { lowerUnion } from './verbs/union.ts'

/** Lowers a node that makes rows without an input. */
export type SourceLowering = (node: SyntaxNode, scope: Scope) => Pipeline

const chunk = (cells: readonly Expression[], width: number): Expression[][] =>
  Array.from({ length: cells.length / width }, (_, row) => cells.slice(row * width, (row + 1) * width))

const datatable: SourceLowering = (node, scope) => {
  const columns = node.columns ?? []
  const cells = node.list('Values').map((value) => lower(value, { scope, row: [] }))
  const typed = cells.map((cell, index) => castTo(cell, columns[index % columns.length]?.type ?? 'dynamic', node))
  return from({ kind: 'rows', rows: chunk(typed, columns.length) }, columns)
}

const range: SourceLowering = (node, scope) => {
  const columns = node.columns ?? []
  const [bound, to, step] = ['From', 'To', 'Step'].map((part) => lower(node.part(part), { scope, row: [] }))
  if (!columns[0] || !bound || !to || !step) throw new UnsupportedKql(node.text, node.at)
  return from({ kind: 'range', type: columns[0].type, from: bound, to, step }, columns)
}

const print: SourceLowering = (node, scope) => {
  const columns = node.columns ?? []
  const cells = assignInOrder(node.list('Expressions'), { scope, row: [] })
  return followedBy(from({ kind: 'rows', rows: [[]] }, []), columns, { verb: 'project', width: columns.length, cells })
}

const union: SourceLowering = (node, scope) => lowerUnion(node, undefined, scope)

/** Syntax kinds that make rows without an input. */
export const sources: Readonly<Record<string, SourceLowering>> = {
  DataTableExpression: datatable,
  RangeOperator: range,
  PrintOperator: print,
  SearchOperator: searchTables,
  UnionOperator: union,
}
