import { UnsupportedKql } from '../errors.ts'
import type { Span } from '../plan/plan.ts'
import type { Column, ScalarType } from '../table.ts'
import { items, loadParser, type RawNode, type RawSymbol } from './bridge.ts'

/** What a name stands for. */
export type SymbolKind = 'column' | 'variable' | 'parameter' | 'table' | 'function' | 'other'

/** A bound syntax node, free of the parser's own objects. */
export interface SyntaxNode {
  readonly kind: string
  readonly at: Span
  /** The source text, without surrounding white space and comments before it. */
  readonly text: string
  /** The scalar type; what has no type of its own counts as `dynamic`. */
  readonly type: ScalarType
  /** The type that a type's name stands for. */
  readonly typeName: ScalarType
  /** The columns of a tabular or tuple result, `undefined` for a scalar. */
  readonly columns: readonly Column[] | undefined
  /** Whether the result is a table. */
  readonly isTable: boolean
  readonly symbol: { readonly kind: SymbolKind; readonly name: string } | undefined
  /** Whether this calls an aggregate. */
  readonly isAggregate: boolean
  /** The plain name of a name reference or declaration. */
  readonly name: string
  /** The value of a string literal, with escapes resolved; anything else in its place is refused. */
  readonly string: string
  /** The column name that an expression without a name gets, `''` when it gets a numbered one. */
  readonly autoName: string
  /** A named part; a missing part is a defect of the caller. */
  part(name: string): SyntaxNode
  maybe(name: string): SyntaxNode | undefined
  /** The items of a named list, `[]` when the part is missing. */
  list(name: string): readonly SyntaxNode[]
  /** The body of the called user-defined function, bound for this call. */
  body(): SyntaxNode | undefined
  /** This node and every one below but tokens, outermost first. */
  all(): readonly SyntaxNode[]
}

const scalarTypes: ReadonlySet<string> = new Set<ScalarType>([
  'bool',
  'int',
  'long',
  'real',
  'decimal',
  'datetime',
  'timespan',
  'guid',
  'string',
  'dynamic',
])

/** The engine's type of a type name; the binder's finer types are `dynamic`, a type literal is a string. */
function scalarType(name: string | undefined): ScalarType {
  if (name === 'type') return 'string'
  return name !== undefined && scalarTypes.has(name) ? (name as ScalarType) : 'dynamic'
}

/** The columns of a table or tuple symbol. */
export function columnsOf(symbol: RawSymbol): readonly Column[] {
  return items<RawSymbol>(symbol.Columns).map(({ Name: name, Type: type }) => ({ name, type: scalarType(type?.Name) }))
}

let kinds: Map<number, string> | undefined

/** The name of a syntax kind's number. */
export function kindName(kind: number): string {
  kinds ??= new Map(
    Object.entries(loadParser().kusto.Syntax.SyntaxKind).flatMap(([name, value]) =>
      typeof value === 'number' ? [[value, name] as const] : [],
    ),
  )
  return kinds.get(kind) ?? 'Unknown'
}

const symbolKinds: Readonly<Record<string, SymbolKind>> = {
  ColumnSymbol: 'column',
  VariableSymbol: 'variable',
  ParameterSymbol: 'parameter',
  TableSymbol: 'table',
  FunctionSymbol: 'function',
}

const symbolName = (symbol: RawSymbol | null | undefined): string =>
  symbol ? (loadParser().bridge.getTypeName(symbol).split('.').at(-1) ?? '') : ''

function symbolOf(raw: RawNode): SyntaxNode['symbol'] {
  const found = raw.ReferencedSymbol
  return found ? { kind: symbolKinds[symbolName(found)] ?? 'other', name: found.Name } : undefined
}

// A node's own text starts with the white space and comments before it, which its width does not count.
function textOf(raw: RawNode): string {
  const text = raw.toString()
  return text.slice(text.length - raw.Width)
}

function children(raw: RawNode): RawNode[] {
  const found: RawNode[] = []
  for (let index = 0; index < raw.ChildCount; index++) {
    const child = raw.GetChild(index)
    if (child) found.push(child)
  }
  return found
}

function named(raw: RawNode, name: string): RawNode | undefined {
  for (let index = 0; index < raw.ChildCount; index++) {
    if (raw.GetName(index) === name) return raw.GetChild(index) ?? undefined
  }
  return undefined
}

/** Wraps a node of the parser. */
export const syntaxNode = (raw: RawNode): SyntaxNode => new Wrapped(raw)

// A class, because a query has thousands of nodes and a record of functions for each would cost more than the parser itself.
class Wrapped implements SyntaxNode {
  readonly #raw: RawNode
  readonly kind: string
  readonly at: Span

  constructor(raw: RawNode) {
    this.#raw = raw
    this.kind = kindName(raw.Kind)
    this.at = { start: raw.TextStart, length: raw.Width }
  }

  get text(): string {
    return textOf(this.#raw)
  }

  get type(): ScalarType {
    return scalarType(this.#raw.ResultType?.Name)
  }

  get typeName(): ScalarType {
    return scalarType(this.#raw.ReferencedSymbol?.Name)
  }

  get columns(): readonly Column[] | undefined {
    const type = this.#raw.ResultType
    return type?.Columns === undefined ? undefined : columnsOf(type)
  }

  get isTable(): boolean {
    return symbolName(this.#raw.ResultType) === 'TableSymbol'
  }

  get symbol(): SyntaxNode['symbol'] {
    return symbolOf(this.#raw)
  }

  get isAggregate(): boolean {
    const symbol = this.#raw.ReferencedSymbol
    return Boolean(symbol && loadParser().kusto.GlobalState.Default.GetAggregate(symbol.Name))
  }

  get name(): string {
    return this.#raw.SimpleName ?? this.text
  }

  get string(): string {
    if (!this.kind.includes('StringLiteral'))
      throw new UnsupportedKql(`${this.text} in place of a text literal`, this.at)
    const value = this.#raw.LiteralValue
    return typeof value === 'string' ? value : loadParser().kusto.KustoFacts.GetStringLiteralValue(this.text)
  }

  get autoName(): string {
    return loadParser().kusto.Binding.Binder.GetExpressionResultName(this.#raw, '', null) ?? ''
  }

  part(name: string): SyntaxNode {
    const found = this.maybe(name)
    if (!found) throw new Error(`${this.kind} has no part ${name}`)
    return found
  }

  maybe(name: string): SyntaxNode | undefined {
    const found = named(this.#raw, name)
    return found && syntaxNode(found)
  }

  list(name: string): readonly SyntaxNode[] {
    const found = named(this.#raw, name)
    return found ? children(found).flatMap(item) : []
  }

  body(): SyntaxNode | undefined {
    const found = this.#raw.GetCalledFunctionBody?.()
    return found ? syntaxNode(found) : undefined
  }

  all(): readonly SyntaxNode[] {
    return inner(this.#raw).map(syntaxNode)
  }
}

// Leaves are the tokens, which their nodes speak for.
function inner(raw: RawNode): RawNode[] {
  return raw.ChildCount === 0 ? [] : [raw, ...children(raw).flatMap(inner)]
}

function item(raw: RawNode): SyntaxNode[] {
  const element = kindName(raw.Kind) === 'SeparatedElement' ? children(raw)[0] : raw
  return element ? [syntaxNode(element)] : []
}
