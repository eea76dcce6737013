import { bind } from './bind.ts'
import type { Dialect } from './dialects/dialect.ts'
import type { SyntaxNode } from './front/node.ts'
import { guarded } from './guard.ts'
import type { Schema } from './table.ts'

/** A part of a query that must be evaluated before the rest can be bound, because the analyzer does not know its columns. */
export interface OpenPart {
  /** The part as a query of its own. */
  readonly query: string
  /** The whole query with the part replaced by a table of this name. */
  readonly table: string
  readonly rest: string
}

/** Whether a query's words allow an open part: looking for one costs a second binding. */
export const mayBeOpen = (text: string): boolean => /\b(evaluate|scan)\b|\bunion\b[^|]*\binner\b/.test(text)

const openPlugins = /^(bag_unpack|pivot)$/

// Inside a function or a sub-query, which begins with its outer row, a part has no text of its own.
function* openPipes(node: SyntaxNode): Iterable<SyntaxNode> {
  let closedUntil = 0
  for (const part of node.all()) {
    if (part.kind === 'FunctionDeclaration') return
    if (/Subquery|ContextId/.test(part.kind)) closedUntil = part.at.start + part.at.length
    if (part.at.start < closedUntil) continue
    if (part.kind !== 'PipeExpression') continue
    if (isOpen(part.part('Operator'))) yield part
  }
}

// Of the last two the analyzer lists columns that the result does not have.
function isOpen(operator: SyntaxNode): boolean {
  if (operator.kind === 'EvaluateOperator')
    return !operator.maybe('Schema') && openPlugins.test(operator.part('FunctionCall').part('Name').name)
  const options = operator.list('Parameters').map(({ text }) => text.replaceAll(/\s/g, ''))
  if (operator.kind === 'ScanOperator') return !options.some((option) => option.startsWith('with_match_id='))
  return operator.kind === 'UnionOperator' && options.includes('kind=inner')
}

/** The innermost open part that something follows, if the query has one. */
export function findOpenPart(text: string, schema: Schema, dialect: Dialect): OpenPart | undefined {
  const { root, diagnostics } = guarded(() => bind(text, schema, dialect))
  if (diagnostics.some(({ severity }) => severity === 'error')) return undefined
  for (const statement of root.list('Statements')) {
    const pipe = [...openPipes(statement)].at(-1)
    if (!pipe || (statement.kind === 'ExpressionStatement' && pipe.at.length === statement.at.length)) continue
    const { start, length } = pipe.at
    const table = `unfolded_${start}`
    return {
      query: text.slice(0, statement.at.start) + text.slice(start, start + length),
      table,
      rest: text.slice(0, start) + table + text.slice(start + length),
    }
  }
  return undefined
}
