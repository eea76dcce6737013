import { UnsupportedKql } from '../../errors.ts'
import type { SyntaxNode } from '../../front/node.ts'
import { lower } from '../expressions.ts'
import { argumentsOf, calledName } from '../functions.ts'
import { followedBy } from '../pipelines.ts'
import type { BagUnpack, Pipeline, Pivot } from '../plan.ts'
import type { Scope } from '../scope.ts'
import type { Site } from '../site.ts'
import { gather } from './summarize.ts'
import { resultOf, type VerbLowering } from './verb.ts'

type Arguments = ReadonlyMap<string, SyntaxNode>

function named(call: SyntaxNode, names: readonly string[]): Arguments {
  const found = argumentsOf(call).map((arg, index): [string, SyntaxNode] =>
    arg.kind === 'SimpleNamedExpression' ? [arg.part('Name').name, arg.part('Expression')] : [names[index] ?? '', arg],
  )
  const unknown = found.find(([name]) => !names.includes(name))
  if (unknown) throw new UnsupportedKql(`the argument ${unknown[1].text}`, unknown[1].at)
  return new Map(found)
}

const columnSlot = (node: SyntaxNode | undefined, site: Site, operator: SyntaxNode): number => {
  const value = node && lower(node, site)
  if (value?.kind !== 'column') throw new UnsupportedKql(operator.text, operator.at)
  return value.slot
}

function bagUnpack(operator: SyntaxNode, call: SyntaxNode, site: Site): BagUnpack {
  const args = named(call, ['Column', 'OutputColumnPrefix', 'columnsConflict', 'ignoredProperties'])
  const conflict = args.get('columnsConflict')?.string ?? 'error'
  if (conflict !== 'error' && conflict !== 'replace_source' && conflict !== 'keep_source')
    throw new UnsupportedKql(`columnsConflict ${conflict}`, call.at)
  const ignored = args.get('ignoredProperties')
  const names = ignored && lower(ignored, site)
  return {
    verb: 'bag_unpack',
    slot: columnSlot(args.get('Column'), site, operator),
    input: site.row,
    prefix: args.get('OutputColumnPrefix')?.string ?? '',
    conflict,
    ignored: names?.kind === 'literal' ? (names.value as readonly string[]) : [],
    ...(operator.maybe('Schema') && { columns: resultOf(operator) }),
    at: operator.at,
  }
}

function pivot(operator: SyntaxNode, call: SyntaxNode, site: Site): Pivot {
  const [column, value, ...others] = argumentsOf(call)
  const { aggregates, intercept } = gather(site, 0)
  if (value) lower(value, { ...site, row: [], intercept })
  const used = new Set(
    [column, ...(value ? argumentsOf(value) : [])]
      .flatMap((node) => node?.all() ?? [])
      .flatMap(({ symbol }) => (symbol?.kind === 'column' ? [symbol.name] : [])),
  )
  const rest = site.row.flatMap(({ name }, slot) => (used.has(name) ? [] : [slot]))
  return {
    verb: 'pivot',
    slot: columnSlot(column, site, operator),
    input: site.row,
    keys: others.length > 0 ? others.map((node) => columnSlot(node, site, operator)) : rest,
    aggregate: aggregates[0] ?? { name: 'count', args: [], type: 'long', at: call.at },
    ...(operator.maybe('Schema') && { columns: resultOf(operator) }),
    at: operator.at,
  }
}

/** Plugins by name. */
export const plugins: Readonly<
  Record<string, (operator: SyntaxNode, call: SyntaxNode, site: Site) => BagUnpack | Pivot>
> = {
  bag_unpack: bagUnpack,
  pivot,
}

/** `evaluate`: the plugins that turn data into columns. */
export const evaluate: VerbLowering = (operator: SyntaxNode, input: Pipeline, scope: Scope) => {
  const call = operator.part('FunctionCall')
  const plugin = plugins[calledName(call)]
  if (!plugin) throw new UnsupportedKql(`the plugin ${calledName(call)}`, operator.at)
  return followedBy(input, resultOf(operator), plugin(operator, call, { scope, row: input.columns }))
}
