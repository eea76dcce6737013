import type { SyntaxNode } from '../../front/node.ts'
import { UnsupportedKql } from '../../errors.ts'
import type { Column } from '../../table.ts'
import type { Pipeline } from '../plan.ts'
import type { Scope } from '../scope.ts'

/** Lowers one operator: the input with the operator's steps behind it. */
export type VerbLowering = (operator: SyntaxNode, input: Pipeline, scope: Scope) => Pipeline

/** The columns after an operator, which the binder knows. */
export function resultOf(operator: SyntaxNode): readonly Column[] {
  if (!operator.columns) throw new UnsupportedKql(operator.text, operator.at)
  return operator.columns
}

/** The operator's options, `kind=inner` and the like, by name; hints have no meaning here. */
export function optionsOf(
  operator: SyntaxNode,
  allowed: readonly string[],
  list = 'Parameters',
): ReadonlyMap<string, SyntaxNode> {
  const options = operator
    .list(list)
    .filter((option) => option.kind === 'NamedParameter')
    .map((option) => [option.part('Name').name, option.part('Expression')] as const)
    .filter(([name]) => !name.startsWith('hint.'))
  const refused = options.find(([name]) => !allowed.includes(name))
  if (refused) throw new UnsupportedKql(`the option ${refused[0]}`, refused[1].at)
  return new Map(options)
}

/** The option's word, as it is written. */
export const word = (option: SyntaxNode | undefined, fallback: string): string =>
  option?.text.replaceAll(/^["']|["']$/g, '') ?? fallback
