import { UnsupportedKql } from '../../errors.ts'
import type { SyntaxNode } from '../../front/node.ts'
import type { Column } from '../../table.ts'
import { lower } from '../expressions.ts'
import { argumentsOf, calledName } from '../functions.ts'
import { followedBy } from '../pipelines.ts'
import type { Aggregate, Assignment, Expression } from '../plan.ts'
import { column, type Site, slotOf } from '../site.ts'
import { resultOf, type VerbLowering } from './verb.ts'

// Of one column their result is a scalar to the binder, and a tuple all the same to whoever computes it.
const alwaysTuples: ReadonlySet<string> = new Set(['arg_max', 'arg_min', 'percentiles', 'percentilesw'])

/** Gathers the aggregates of expressions: each call becomes the cell that will hold its result, from `first` on. */
export function gather(
  input: Site,
  first: number,
): { aggregates: Aggregate[]; intercept: NonNullable<Site['intercept']> } {
  const aggregates: Aggregate[] = []
  let next = first
  const intercept = (node: SyntaxNode): Expression | undefined => {
    if (!node.isAggregate) return undefined
    const [head] = node.columns ?? []
    const args = argumentsOf(node).flatMap((arg, index) =>
      arg.kind === 'StarExpression' ? starred(node, index, input.row) : [lower(arg, input)],
    )
    const type = head?.type ?? node.type
    const name = calledName(node)
    const width = node.columns?.length ?? 1
    const isTuple = alwaysTuples.has(name) || (node.columns !== undefined && args.length > 1)
    aggregates.push({ name, args, type, at: node.at, ...(isTuple && { width }) })
    const slot = next
    next += width
    return { kind: 'column', type, slot }
  }
  return { aggregates, intercept }
}

// `*` stands for the columns that the call's own result names behind its explicit arguments.
const starred = (node: SyntaxNode, before: number, row: readonly Column[]): Expression[] =>
  (node.columns ?? []).slice(before).map(({ name }) => column(row, slotOf(row, name)))

export const summarize: VerbLowering = (operator, input, scope) => {
  const columns = resultOf(operator)
  const site: Site = { scope, row: input.columns }
  const keyNodes = operator.maybe('ByClause')?.list('Expressions') ?? []
  const keys = keyNodes.map((key) => lower(key, site))
  const { aggregates, intercept } = gather(site, keys.length)
  const cells: Assignment[] = keys.map((key, slot) => ({
    targets: [slot],
    value: { kind: 'column', type: key.type, slot },
    tuple: false,
  }))
  let target = keys.length
  for (const node of operator.list('Aggregates')) {
    const value = lower(node, { scope, row: columns.slice(0, keys.length), intercept })
    const width = value.kind === 'column' ? widthOf(node) : 1
    for (let index = 0; index < width; index++)
      cells.push({ targets: [target++], value: shifted(value, index), tuple: false })
  }
  if (target !== columns.length) throw new UnsupportedKql(operator.text, operator.at)
  const grouped = followedBy(input, columns, { verb: 'summarize', keys, aggregates })
  const identity = cells.every(({ value }, slot) => value.kind === 'column' && value.slot === slot)
  return identity ? grouped : followedBy(grouped, columns, { verb: 'project', width: columns.length, cells })
}

const shifted = (value: Expression, by: number): Expression =>
  value.kind === 'column' ? { ...value, slot: value.slot + by } : value

const widthOf = (node: SyntaxNode): number => {
  const value = node.kind.endsWith('NamedExpression') ? node.part('Expression') : node
  return value.columns?.length ?? 1
}
