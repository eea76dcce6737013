import type { SyntaxNode } from '../front/node.ts'
import { refuse, type Refusal, type Rules } from './rules.ts'

const joinKinds: ReadonlySet<string> = new Set(['innerunique', 'inner', 'leftouter', 'fullouter'])

const operators: ReadonlySet<string> = new Set([
  'CountOperator',
  'DataTableExpression',
  'DistinctOperator',
  'ExtendOperator',
  'FilterOperator',
  'GetSchemaOperator',
  'JoinOperator',
  'MvExpandOperator',
  'ParseOperator',
  'ProjectAwayOperator',
  'ProjectOperator',
  'ProjectRenameOperator',
  'SortOperator',
  'SummarizeOperator',
  'TakeOperator',
  'TopOperator',
  'UnionOperator',
])

const functions: ReadonlySet<string> = new Set([
  'avg',
  'bin_at',
  'column_ifexists',
  'columnifexists',
  'next',
  'parse_csv',
  'parse_path',
  'percentile',
  'prev',
  'stdev',
])

const mostJoins = 3
const mostLegs = 3
const mostExpanded = 400

const nameOf = (node: SyntaxNode): string => node.text.split(/[\s(]/, 1)[0] ?? node.kind

const option = (node: SyntaxNode, name: string): SyntaxNode | undefined =>
  node
    .list('Parameters')
    .find((parameter) => parameter.maybe('Name')?.name === name)
    ?.part('Expression')

const unsupported = (what: string, node: SyntaxNode): Refusal =>
  refuse(
    'ParserFailure',
    `Query is invalid. Please refer to the documentation for the Azure Resource Graph service and fix the error before retrying. ${what} is not supported.`,
    node,
  )

const checks: Readonly<Record<string, (node: SyntaxNode) => Refusal[]>> = {
  LetStatement: (node) => [unsupported('let', node)],
  ToScalarExpression: (node) => [unsupported('toscalar', node)],
  MaterializeExpression: (node) => [unsupported('materialize', node)],
  FunctionCallExpression(node) {
    const { name } = node.part('Name')
    return functions.has(name) || name.startsWith('series_') ? [unsupported(name, node)] : []
  },
  JoinOperator(node) {
    const kind = option(node, 'kind')
    if (!kind || joinKinds.has(kind.text)) return []
    return [refuse('UnsupportedJoinFlavor', `The join kind "${kind.text}" is not supported or not allowed.`, kind)]
  },
  UnionOperator(node) {
    const fuzzy = option(node, 'isfuzzy')
    return fuzzy ? [unsupported('union isfuzzy', fuzzy)] : []
  },
  MvExpandOperator(node) {
    const limit = node.maybe('RowLimitClause')?.part('RowLimit')
    return limit && Number(limit.text) > mostExpanded
      ? [refuse('RowLimit', `mv-expand is limited to ${mostExpanded} rows.`, limit)]
      : []
  },
}

function refusal(node: SyntaxNode): Refusal[] {
  const check = checks[node.kind]
  if (check) return check(node)
  const isOperator = node.kind.endsWith('Operator')
  return isOperator && !operators.has(node.kind) ? [unsupported(`The operator ${nameOf(node)}`, node)] : []
}

// A union that is piped into counts its input as a leg.
function legs(nodes: readonly SyntaxNode[]): Refusal[] {
  const piped = new Set(
    nodes.flatMap((node) => (node.kind === 'PipeExpression' ? [node.part('Operator').at.start] : [])),
  )
  return nodes.flatMap((node) => {
    if (node.kind !== 'UnionOperator') return []
    const count = node.list('Expressions').length + (piped.has(node.at.start) ? 1 : 0)
    return count > mostLegs ? [refuse('UnionLimit', `union is limited to ${mostLegs} legs.`, node)] : []
  })
}

function joins(nodes: readonly SyntaxNode[]): Refusal[] {
  const beyond = nodes.filter((node) => node.kind === 'JoinOperator')[mostJoins]
  return beyond ? [refuse('JoinLimit', `A query is limited to ${mostJoins} joins.`, beyond)] : []
}

/** Azure Resource Graph: a small part of KQL over tables whose names ignore case. */
export const resourceGraph: Rules = {
  review: (nodes) => [...nodes.flatMap(refusal), ...legs(nodes), ...joins(nodes)],
  ignoresTableCase: true,
  expandLimit: 128,
}
