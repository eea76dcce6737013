import { UnsupportedKql } from '../errors.ts'
import type { SyntaxNode } from '../front/node.ts'
import { binAuto } from './bin-auto.ts'
import { castTo } from './cast.ts'
import { call, lower } from './expressions.ts'
import { literal } from './literal.ts'
import { lowerPipeline } from './pipelines.ts'
import type { Expression } from './plan.ts'
import { type Binding, resolve, type Scope, within } from './scope.ts'
import { column, everyColumn, type Site, slotOf } from './site.ts'
import { lowerLet } from './statements.ts'

/** The arguments of a call, as syntax. */
export const argumentsOf = (node: SyntaxNode): readonly SyntaxNode[] =>
  node.maybe('ArgumentList')?.list('Expressions') ?? []

/** The plain name of what is called. */
export const calledName = (node: SyntaxNode): string =>
  node.kind === 'NameReference' ? node.name : node.part('Name').name

/** Whether a call is of a function that the query itself defines, whatever else its name may mean. */
export const isOwnFunction = (node: SyntaxNode, site: Pick<Site, 'scope'>): boolean =>
  resolve(site.scope, calledName(node))?.kind === 'function'

/** Lowers a call in a scalar place: of a user's function its body, of any other the call itself. */
export function callFunction(node: SyntaxNode, site: Site): Expression {
  const name = calledName(node)
  const args = argumentsOf(node)
  if (isOwnFunction(node, site)) {
    const { body, scope } = expand(node, site)
    return lower(body, { ...site, scope })
  }
  const special = specials[name]
  if (special) return special(node, args, site)
  const called = call(
    node,
    name,
    args.map((arg) => lower(arg, site)),
  )
  const [first] = node.columns ?? []
  return first ? { kind: 'item', type: first.type, of: called, index: 0 } : called
}

/** Lowers a call that has no function behind it. */
type Special = (node: SyntaxNode, args: readonly SyntaxNode[], site: Site) => Expression

const columnIfExists: Special = (node, [name, fallback], site) => {
  if (!name || !fallback) throw new UnsupportedKql(node.text, node.at)
  const slot = slotOf(site.row, name.string)
  return slot < 0 ? lower(fallback, site) : column(site.row, slot)
}

const packAll: Special = (node, [ignoresNulls], site) =>
  call(node, 'pack_all', [
    ignoresNulls ? lower(ignoresNulls, site) : literal('bool', false),
    ...everyColumn(site.row).flatMap((cell, slot) => [literal('string', site.row[slot]?.name), cell]),
  ])

const bagPackColumns: Special = (node, args, site) =>
  call(node, 'pack_all', [
    literal('bool', false),
    ...args.flatMap((arg) => [literal('string', arg.name), lower(arg, site)]),
  ])

const columnNamesOf: Special = (node, [table]) => {
  if (!table?.columns) throw new UnsupportedKql(node.text, node.at)
  return literal(
    'dynamic',
    table.columns.map(({ name }) => name),
  )
}

/** Functions that are no more when a plan is made: what they stand for depends on columns or options. */
export const specials: Readonly<Record<string, Special>> = {
  bin_auto: binAuto,
  column_ifexists: columnIfExists,
  columnifexists: columnIfExists,
  pack_all: packAll,
  bag_pack_columns: bagPackColumns,
  column_names_of: columnNamesOf,
}

/** The body of a called user's function, with its own statements lowered and its parameters bound to the arguments. */
export function expand(node: SyntaxNode, site: Site, piped?: Binding): { body: SyntaxNode; scope: Scope } {
  const binding = resolve(site.scope, calledName(node))
  if (binding?.kind !== 'function') throw new UnsupportedKql(`the function ${calledName(node)}`, node.at)
  const scope = within(binding.scope)
  const args = argumentsOf(node)
  const parameters = binding.declaration.part('Parameters').list('Parameters')
  const isNamed = (arg: SyntaxNode): boolean => arg.kind === 'SimpleNamedExpression'
  const inPlace = [...(piped ? [undefined] : []), ...args.map((arg) => (isNamed(arg) ? undefined : arg))]
  parameters.forEach((parameter, index) => {
    const name = parameter.part('NameAndType').part('Name').name
    const byName = args.find((arg) => isNamed(arg) && arg.part('Name').name === name)
    const value = byName?.part('Expression') ?? inPlace[index] ?? parameter.maybe('DefaultValue')?.part('Value')
    if (piped && index === 0) scope.names.set(name, piped)
    else if (value) scope.names.set(name, bindArgument(value, parameter, site))
  })
  const body = node.body() ?? binding.declaration.part('Body')
  for (const statement of body.list('Statements')) lowerLet(statement, scope, site.row)
  return { body: body.part('Expression'), scope }
}

function bindArgument(node: SyntaxNode, parameter: SyntaxNode, site: Site): Binding {
  if (node.isTable) return { kind: 'table', pipeline: lowerPipeline(node, site.scope) }
  const { type } = parameter.part('NameAndType').part('Name')
  const value = castTo(lower(node, site), type, node)
  return readsRow(value) ? { kind: 'scalar', value, row: site.row } : { kind: 'scalar', value }
}

/** Whether an expression's value depends on the row. */
export function readsRow(value: Expression): boolean {
  if (value.kind === 'column') return true
  if (value.kind === 'call') return value.args.some(readsRow)
  if (value.kind === 'item') return readsRow(value.of)
  return value.kind === 'member' && (readsRow(value.of) || value.path.some(readsRow))
}
