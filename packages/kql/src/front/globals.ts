import type { ScalarType, Schema } from '../table.ts'
import { type Globals, items, loadParser, type RawFunction } from './bridge.ts'

const symbolNames: Readonly<Record<ScalarType, string>> = {
  bool: 'Bool',
  int: 'Int',
  long: 'Long',
  real: 'Real',
  decimal: 'Decimal',
  datetime: 'DateTime',
  timespan: 'TimeSpan',
  guid: 'Guid',
  string: 'String',
  dynamic: 'Dynamic',
}

// The binder gives this function four columns, its page and the service one.
const oneColumn = 'series_decompose_forecast'

let known: Globals | undefined

/** The parser's view of the language, its built-in functions put right where the service answers otherwise. */
function language(): Globals {
  if (known) return known
  const { kusto } = loadParser()
  const { FunctionSymbol, ScalarTypes } = kusto.Symbols
  const { Default: shipped } = kusto.GlobalState
  const functions = items<RawFunction>(shipped.Functions).map((symbol) => {
    if (symbol.Name !== oneColumn) return symbol
    const [signature] = items<RawFunction['Signatures'][number]>(symbol.Signatures)
    return new FunctionSymbol.$ctor5(oneColumn, ScalarTypes['Dynamic'], items(signature?.Parameters))
  })
  known = shipped.WithFunctions(functions)
  return known
}

/** The parser's view of a database with these tables. */
export function globalsOf(schema: Schema): Globals {
  const { ColumnSymbol, TableSymbol, DatabaseSymbol, ScalarTypes } = loadParser().kusto.Symbols
  const tables = Object.entries(schema).map(
    ([name, columns]) =>
      new TableSymbol.$ctor4(
        name,
        columns.map((column) => new ColumnSymbol(column.name, ScalarTypes[symbolNames[column.type]])),
      ),
  )
  return language().WithDatabase(new DatabaseSymbol.ctor('db', tables))
}
