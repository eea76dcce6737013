import type { SyntaxNode } from '../../front/node.ts'
import type { Column } from '../../table.ts'
import { lower } from '../expressions.ts'
import type { Assignment, Expression } from '../plan.ts'
import { type Site, slotOf } from '../site.ts'
import { argumentsOf, calledName } from '../functions.ts'

/** An expression of a projection: what it computes and the column names it asks for, `''` for a numbered one. */
export interface Named {
  readonly names: readonly string[]
  readonly value: Expression
  readonly tuple: boolean
}

/** Reads one expression of a `project` or `extend`. */
export function nameCells(node: SyntaxNode, site: Site): Named {
  const value = node.kind.endsWith('NamedExpression') ? node.part('Expression') : node
  const given =
    node.kind === 'CompoundNamedExpression'
      ? node
          .part('Names')
          .list('Names')
          .map((name) => name.name)
      : []
  if (node.kind === 'SimpleNamedExpression') given.push(node.part('Name').name)
  const lowered = lower(value, site)
  if (lowered.kind !== 'item' || value.columns === undefined)
    return { names: given.length > 0 ? given : [autoName(value, site)], value: lowered, tuple: false }
  const automatic = (value.columns ?? []).map((column) => column.name)
  return { names: [...given, ...automatic.slice(given.length)], value: lowered.of, tuple: true }
}

function autoName(node: SyntaxNode, site: Site): string {
  if (node.kind === 'FunctionCallExpression' && /^column_?ifexists$/.test(calledName(node))) {
    const name = argumentsOf(node)[0]?.string ?? ''
    return slotOf(site.row, name) < 0 ? '' : name
  }
  return node.autoName
}

/** Assigns expressions to the result's cells one after the other. */
export function assignInOrder(nodes: readonly SyntaxNode[], site: Site): Assignment[] {
  let next = 0
  return nodes.map((node) => {
    const { names, value, tuple } = nameCells(node, site)
    const targets = names.map(() => next++)
    return { targets, value, tuple }
  })
}

/** Assigns expressions to the columns they name, else to the next column that the input lacks. */
export function assignByName(
  nodes: readonly SyntaxNode[],
  site: Site,
  input: readonly Column[],
  output: readonly Column[],
): Assignment[] {
  const read = nodes.map((node) => nameCells(node, site))
  const asked = new Set(read.flatMap(({ names }) => names))
  const free = output.flatMap(({ name }, slot) => (slotOf(input, name) < 0 && !asked.has(name) ? [slot] : []))
  return read.map(({ names, value, tuple }) => ({
    targets: names.map((name) => {
      const slot = slotOf(output, name)
      return slot >= 0 ? slot : (free.shift() ?? -1)
    }),
    value,
    tuple,
  }))
}
