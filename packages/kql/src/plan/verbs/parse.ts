import { UnsupportedKql } from '../../errors.ts'
import type { SyntaxNode } from '../../front/node.ts'
import type { Column } from '../../table.ts'
import { lower } from '../expressions.ts'
import { followedBy } from '../pipelines.ts'
import type { ParsePiece } from '../plan.ts'
import { slotOf } from '../site.ts'
import { optionsOf, resultOf, type VerbLowering, word } from './verb.ts'

function piece(node: SyntaxNode, columns: readonly Column[]): ParsePiece {
  if (node.kind === 'StarExpression') return { kind: 'any' }
  if (node.kind.endsWith('StringLiteralExpression')) return { kind: 'text', text: node.string }
  const name = node.kind === 'NameAndTypeDeclaration' ? node.part('Name').name : node.name
  const target = slotOf(columns, name)
  const type = columns[target]?.type
  if (!type) throw new UnsupportedKql(`the pattern ${node.text}`, node.at)
  return { kind: 'column', target, type }
}

/** `parse`, and `parse-where`, which drops the rows that do not match. */
export const parse =
  (drops: boolean): VerbLowering =>
  (operator, input, scope) => {
    const columns = resultOf(operator)
    const options = optionsOf(operator, ['kind', 'flags'])
    const mode = word(options.get('kind'), 'simple')
    if (mode !== 'simple' && mode !== 'relaxed' && mode !== 'regex')
      throw new UnsupportedKql(`parse kind=${mode}`, operator.at)
    return followedBy(input, columns, {
      verb: 'parse',
      of: lower(operator.part('Expression'), { scope, row: input.columns }),
      width: columns.length,
      mode,
      flags: word(options.get('flags'), ''),
      pieces: operator.list('Patterns').map((node) => piece(node, columns)),
      drops,
      at: operator.at,
    })
  }
