import { UnsupportedKql } from '../errors.ts'
import type { SyntaxNode } from '../front/node.ts'
import type { Column } from '../table.ts'
import { lowerOption } from './bin-auto.ts'
import { castTo } from './cast.ts'
import { lower } from './expressions.ts'
import { readsRow } from './functions.ts'
import { lowerPipeline } from './pipelines.ts'
import type { Pipeline, Plan, Variable } from './plan.ts'
import { type Scope, type Settings, unique } from './scope.ts'

/** Lowers a bound query to its plan. */
export function lowerQuery(root: SyntaxNode, settings: Settings): Plan {
  const parameters: Variable[] = []
  const scope: Scope = { names: new Map(), parent: undefined, plan: { settings, variables: [], views: [] } }
  const results: Pipeline[] = []
  for (const statement of root.list('Statements')) {
    if (statement.kind === 'QueryParametersStatement') parameters.push(...declare(statement, scope))
    else if (statement.kind === 'LetStatement') lowerLet(statement, scope, [])
    else if (statement.kind === 'ExpressionStatement') results.push(lowerPipeline(statement.part('Expression'), scope))
    else if (statement.kind === 'SetOptionStatement') lowerOption(statement, scope)
    else throw new UnsupportedKql(`the statement ${statement.text}`, statement.at)
  }
  const [pipeline, second] = results
  if (!pipeline || second)
    throw new UnsupportedKql(pipeline ? 'a query with several results' : 'a query without a result', root.at)
  const { variables, views } = scope.plan
  return { parameters, variables, views, pipeline }
}

function declare(statement: SyntaxNode, scope: Scope): Variable[] {
  return statement.list('Parameters').map((parameter) => {
    const declared = parameter.part('NameAndType').part('Name')
    const fallback = parameter.maybe('DefaultValue')?.part('Value')
    const { name, type } = declared
    scope.names.set(name, { kind: 'scalar', value: { kind: 'variable', type, name } })
    return { name, type, ...(fallback && { value: castTo(lower(fallback, { scope, row: [] }), type, fallback) }) }
  })
}

/** Lowers a `let` statement into the scope; a scalar may read the row of the call whose function body holds the statement. */
export function lowerLet(statement: SyntaxNode, scope: Scope, row: readonly Column[]): void {
  if (statement.kind !== 'LetStatement') throw new UnsupportedKql(statement.text, statement.at)
  const { name } = statement.part('Name')
  const value = statement.part('Expression')
  if (value.kind === 'FunctionDeclaration') scope.names.set(name, { kind: 'function', scope, declaration: value })
  else if (value.isTable || value.kind === 'MaterializeExpression') letTable(name, lowerPipeline(value, scope), scope)
  else letScalar(name, value, scope, row)
}

/** Names a table: it becomes a view of the plan, read at most once. */
export function letTable(name: string, pipeline: Pipeline, scope: Scope): Pipeline {
  const view = unique(name, scope.plan.views)
  scope.plan.views.push({ name: view, pipeline })
  const source: Pipeline = { source: { kind: 'view', name: view }, steps: [], columns: pipeline.columns }
  scope.names.set(name, { kind: 'table', pipeline: source })
  return source
}

function letScalar(name: string, node: SyntaxNode, scope: Scope, row: readonly Column[]): void {
  const value = lower(node, { scope, row })
  if (readsRow(value)) {
    scope.names.set(name, { kind: 'scalar', value, row })
    return
  }
  const variable = unique(name, scope.plan.variables)
  scope.plan.variables.push({ name: variable, type: value.type, value })
  scope.names.set(name, { kind: 'scalar', value: { kind: 'variable', type: value.type, name: variable } })
}
