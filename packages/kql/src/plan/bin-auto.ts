import { UnsupportedKql } from '../errors.ts'
import type { SyntaxNode } from '../front/node.ts'
import { call, lower } from './expressions.ts'
import { literal } from './literal.ts'
import type { Expression } from './plan.ts'
import { resolve, type Scope } from './scope.ts'
import type { Site } from './site.ts'

// A blank keeps options apart from names that a query can write.
const optionName = (name: string): string => `set ${name}`

/** Remembers what `set name = value` says. */
export function lowerOption(statement: SyntaxNode, scope: Scope): void {
  const value = statement.maybe('ValueClause')?.part('Expression')
  if (!value?.kind.endsWith('LiteralExpression')) return
  scope.names.set(optionName(statement.part('Name').name), {
    kind: 'scalar',
    value: lower(value, { scope, row: [] }),
  })
}

/** `bin_auto(x)`: rounds down as the options `query_bin_auto_size` and `query_bin_auto_at` say. */
export function binAuto(node: SyntaxNode, [value]: readonly SyntaxNode[], site: Site): Expression {
  if (!value) throw new UnsupportedKql(node.text, node.at)
  const option = (name: string): Expression | undefined => {
    const found = resolve(site.scope, optionName(name))
    return found?.kind === 'scalar' ? found.value : undefined
  }
  const [size, start] = [option('query_bin_auto_size') ?? literal('long', 1), option('query_bin_auto_at')]
  return call(node, start ? 'bin_at' : 'bin', [lower(value, site), size, ...(start ? [start] : [])])
}
