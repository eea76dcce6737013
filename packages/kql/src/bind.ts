import { type Dialect, review, rulesOf } from './dialects/dialect.ts'
import type { Diagnostic } from './errors.ts'
import type { SyntaxNode } from './front/node.ts'
import { parse } from './front/parse.ts'
import { tokens } from './front/tokens.ts'
import type { Column, Schema } from './table.ts'

/** What is known about a query without running it. */
export interface Checked {
  /** Errors and warnings of the official analyzer, then what the dialect refuses. */
  readonly diagnostics: readonly Diagnostic[]
  /** The result's columns. */
  readonly columns: readonly Column[]
  /** What `declare query_parameters` declares. */
  readonly parameters: readonly Column[]
  /** The tables read, by their name in the schema. */
  readonly tables: readonly string[]
  readonly functions: readonly string[]
  readonly operators: readonly string[]
}

/** A query bound in a dialect, and the schema's name for each spelling of a table. */
export interface Bound extends Checked {
  readonly root: SyntaxNode
  readonly tableNames: ReadonlyMap<string, string>
}

/** Binds a query against the tables of a schema. */
export function bind(text: string, schema: Schema, dialect: Dialect): Bound {
  const tableNames = rulesOf(dialect).ignoresTableCase ? spellings(text, schema) : new Map<string, string>()
  const named = Object.fromEntries([...tableNames].map(([spelling, name]) => [spelling, schema[name] ?? []]))
  const { root, diagnostics, columns } = parse(text, { ...schema, ...named })
  const nodes = root.all()
  const found = (names: readonly string[]): string[] => [...new Set(names)].toSorted()
  const tables = nodes.flatMap(({ symbol }) => (symbol?.kind === 'table' && symbol.name ? [symbol.name] : []))
  return {
    root,
    tableNames,
    diagnostics: [...diagnostics, ...review(nodes, text, dialect)],
    columns,
    parameters: nodes.flatMap((node) =>
      node.kind === 'QueryParametersStatement' ? node.list('Parameters').map(declared) : [],
    ),
    tables: found(tables.map((name) => tableNames.get(name) ?? name)),
    functions: found(nodes.flatMap((node) => (node.kind === 'FunctionCallExpression' ? [node.part('Name').name] : []))),
    operators: found(
      nodes.flatMap((node) => (node.kind.endsWith('Operator') ? [node.text.split(/[\s(]/, 1)[0] ?? ''] : [])),
    ),
  }
}

function declared(parameter: SyntaxNode): Column {
  const { name, type } = parameter.part('NameAndType').part('Name')
  return { name, type }
}

function spellings(text: string, schema: Schema): Map<string, string> {
  const names = new Map(Object.keys(schema).map((name) => [name.toLowerCase(), name]))
  const used = tokens(text).flatMap((token): [string, string][] => {
    const name = names.get(token.text.toLowerCase())
    return name === undefined ? [] : [[token.text, name]]
  })
  return new Map(used)
}
