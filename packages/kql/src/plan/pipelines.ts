import { UnsupportedKql } from '../errors.ts'
import type { SyntaxNode } from '../front/node.ts'
import type { Column } from '../table.ts'
import { calledName, expand, isOwnFunction } from './functions.ts'
import type { Pipeline, Source, Step } from './plan.ts'
import { type Binding, resolve, type Scope } from './scope.ts'
import { sources } from './sources.ts'
import { verbs } from './verbs/index.ts'

/** A pipeline that only reads. */
export const from = (source: Source, columns: readonly Column[]): Pipeline => ({ source, steps: [], columns })

/** A pipeline with more steps. */
export const followedBy = (input: Pipeline, columns: readonly Column[], ...steps: readonly Step[]): Pipeline => ({
  source: input.source,
  steps: [...input.steps, ...steps],
  columns,
})

/** Lowers a tabular node; in a sub-query, whose text starts with an operator, `input` is what it reads. */
export function lowerPipeline(node: SyntaxNode, scope: Scope, input?: Pipeline): Pipeline {
  const verb = verbs[node.kind]
  if (verb && input) return verb(node, input, scope)
  const source = sources[node.kind]
  if (source) return source(node, scope)
  switch (node.kind) {
    case 'PipeExpression':
      return lowerPipe(node, scope, input)
    case 'ParenthesizedExpression':
    case 'MaterializeExpression':
      return lowerPipeline(node.part('Expression'), scope, input)
    case 'NameReference':
      return lowerTable(node, scope)
    case 'FunctionCallExpression':
      return lowerCall(node, scope)
    default:
      throw new UnsupportedKql(node.text, node.at)
  }
}

function lowerPipe(node: SyntaxNode, scope: Scope, input: Pipeline | undefined): Pipeline {
  const operator = node.part('Operator')
  const verb = verbs[operator.kind]
  if (!verb) throw new UnsupportedKql(`the operator ${operator.text.split(/\s/, 1)[0]}`, operator.at)
  const before = lowerPipeline(node.part('Expression'), scope, input)
  refuseUnbound(node.part('Expression'), before)
  return verb(operator, before, scope)
}

// The binder knows the names in what follows only if it knows the columns before.
function refuseUnbound(node: SyntaxNode, { steps, columns }: Pipeline): void {
  const last = steps.at(-1)
  if ((last?.verb === 'bag_unpack' || last?.verb === 'pivot') && !last.columns)
    throw new UnsupportedKql(
      `an operator after ${last.verb}, whose columns only the data tells,`,
      last.at,
      'give it a schema',
    )
  const bound = node.columns ?? columns
  if (bound.length !== columns.length || bound.some(({ name }, slot) => columns[slot]?.name !== name))
    throw new UnsupportedKql(
      'an operator after one whose columns the analyzer does not know',
      node.at,
      last?.verb === 'scan' ? 'use with_match_id' : undefined,
    )
}

function lowerTable(node: SyntaxNode, scope: Scope): Pipeline {
  const binding = resolve(scope, node.name)
  if (binding?.kind === 'table') return binding.pipeline
  if (binding?.kind === 'function') return lowerCall(node, scope)
  if (node.symbol?.kind !== 'table' || node.symbol.name !== node.name)
    throw new UnsupportedKql(`the table ${node.text}`, node.at)
  const columns = node.columns ?? []
  const name = scope.plan.settings.tableNames.get(node.name) ?? node.name
  return from({ kind: 'table', name, columns }, columns)
}

/** Lowers a call of a user's tabular function; `piped` is the table that `invoke` puts first. */
export function lowerCall(node: SyntaxNode, scope: Scope, piped?: Pipeline): Pipeline {
  if (!isOwnFunction(node, { scope })) throw new UnsupportedKql(`the function ${calledName(node)}`, node.at)
  const first: Binding | undefined = piped && { kind: 'table', pipeline: piped }
  const { body, scope: inner } = expand(node, { scope, row: [] }, first)
  return lowerPipeline(body, inner)
}
