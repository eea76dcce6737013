import type { Bound, Checked } from './bind.ts'
import { bind } from './bind.ts'
import type { Dialect } from './dialects/dialect.ts'
import type { Diagnostic } from './errors.ts'
import { guarded } from './guard.ts'
import { resultColumns } from './result-columns.ts'
import type { Schema } from './table.ts'

export type { Checked } from './bind.ts'

/** Checks a query: never throws for what is wrong with it. */
export function check(text: string, schema: Schema, dialect: Dialect = 'kusto'): Checked {
  try {
    return guarded(() => {
      const { root: _root, tableNames: _tableNames, ...checked }: Bound = bind(text, schema, dialect)
      return { ...checked, columns: resultColumns(text, schema, dialect, checked.columns) }
    })
  } catch (error) {
    return unknown((error as Error).message)
  }
}

// The analyzer itself fails on a few malformed queries.
function unknown(message: string): Checked {
  const diagnostic: Diagnostic = { code: 'KQL000', severity: 'error', message, start: 0, length: 0, line: 1, column: 1 }
  return { diagnostics: [diagnostic], columns: [], parameters: [], tables: [], functions: [], operators: [] }
}
