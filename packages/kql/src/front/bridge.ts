import { createRequire } from 'node:module'

/** What is used of a symbol: a table, tuple or scalar type, a column, a variable, a function. */
export interface RawSymbol {
  readonly Name: string
  readonly Type?: RawSymbol
  readonly Columns?: unknown
}

/** What is used of a node of Microsoft's syntax tree. */
export interface RawNode {
  readonly Kind: number
  readonly ChildCount: number
  readonly TextStart: number
  readonly Width: number
  readonly ResultType?: RawSymbol | null
  readonly ReferencedSymbol?: RawSymbol | null
  readonly LiteralValue?: unknown
  readonly SimpleName?: string
  GetChild(index: number): RawNode | null
  GetName(index: number): string
  GetContainedDiagnostics(): unknown
  GetCalledFunctionBody?(): RawNode | null
  toString(): string
}

/** A finding of the parser or the binder. */
export interface RawDiagnostic {
  readonly Code: string
  readonly Severity: string
  readonly Message: string
  readonly Start: number
  readonly Length: number
}

/** A token of the lexer. */
export interface RawToken {
  readonly Kind: number
  readonly Text: string
  readonly Trivia: string
}

/** A built-in function of the language. */
export interface RawFunction {
  readonly Name: string
  readonly Signatures: readonly { readonly Parameters: unknown }[]
}

/** A state of the language: its options, functions and database. */
export interface Globals {
  readonly ParseOptions: { WithAlwaysProduceEndTokens(on: boolean): unknown }
  readonly Functions: unknown
  WithDatabase(database: unknown): Globals
  WithFunctions(functions: readonly object[]): Globals
  GetAggregate(name: string): object | null
}

type ColumnConstructor = new (name: string, type: unknown) => object
type FunctionConstructor = new (name: string, result: unknown, parameters: readonly unknown[]) => RawFunction
type TableConstructor = new (name: string, columns: readonly object[]) => object

/** The part of the namespace `Kusto.Language` that this package touches. */
export interface Kusto {
  readonly GlobalState: { readonly Default: Globals }
  readonly KustoCode: {
    ParseAndAnalyze(
      text: string,
      globals: Globals,
    ): { GetDiagnostics(): unknown; readonly ResultType: RawSymbol | null }
    DetermineResultType(root: RawNode): RawSymbol | null
  }
  readonly KustoFacts: { GetStringLiteralValue(literal: string): string }
  readonly Parsing: {
    readonly QueryParser: { ParseQuery(tokens: unknown, start: number, options: unknown): RawNode }
    readonly TokenParser: { ParseTokens(text: string, options: unknown): RawToken[] }
  }
  readonly Binding: {
    readonly LocalBindingCache: new () => object
    readonly Binder: {
      TryBind(tree: object, globals: Globals, cache: object, signal: null, cancellation: unknown): boolean
      GetExpressionResultName(node: RawNode, fallback: string, row: null): string | null
    }
  }
  readonly Syntax: {
    readonly SyntaxKind: Readonly<Record<string, unknown>>
    readonly SyntaxTree: new (root: RawNode) => object
  }
  readonly Symbols: {
    readonly ScalarTypes: Readonly<Record<string, unknown>>
    readonly ColumnSymbol: ColumnConstructor
    readonly FunctionSymbol: { readonly $ctor5: FunctionConstructor }
    readonly TableSymbol: { readonly $ctor4: TableConstructor }
    readonly DatabaseSymbol: { readonly ctor: new (name: string, tables: readonly object[]) => object }
  }
  readonly Utils: { readonly CancellationToken: unknown }
}

/** The part of the runtime of the translated C# that this package touches. */
export interface Bridge {
  getDefaultValue(type: unknown): unknown
  getTypeName(value: object): string
}

interface Loaded {
  readonly kusto: Kusto
  readonly bridge: Bridge
}

let loaded: Loaded | undefined

/** Microsoft's parser; the first call reads its 5 MB, in the order its two files need. */
export function loadParser(): Loaded {
  if (loaded) return loaded
  const require = createRequire(import.meta.url)
  loaded = definedBy(
    require('@kusto/language-service-next/bridge.min.js'),
    require('@kusto/language-service-next/Kusto.Language.Bridge.min.js'),
  )
  return loaded
}

// The two files export nothing: they define globals.
function definedBy(..._files: readonly unknown[]): Loaded {
  const { Kusto: kusto, Bridge: bridge } = globalThis as unknown as { Kusto: { Language: Kusto }; Bridge: Bridge }
  return { kusto: kusto.Language, bridge }
}

interface RawList<Item> {
  readonly Count?: number
  readonly length?: number
  getItem?(index: number): Item
  getItem$1?(index: number): Item
}

/** The items of a list, which comes in three shapes. */
export function items<Item>(list: unknown): Item[] {
  if (Array.isArray(list)) return list as Item[]
  if (list === null || list === undefined) return []
  const { Count: count = 0 } = list as RawList<Item>
  return Array.from({ length: count }, (_, index) => {
    const raw = list as Required<RawList<Item>>
    return raw.getItem ? raw.getItem(index) : raw.getItem$1(index)
  })
}
