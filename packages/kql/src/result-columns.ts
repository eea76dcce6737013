import { bind } from './bind.ts'
import type { Dialect } from './dialects/dialect.ts'
import { UnsupportedKql } from './errors.ts'
import { findOpenPart, mayBeOpen } from './open-schema.ts'
import { lowerQuery } from './plan/statements.ts'
import type { Column, Schema } from './table.ts'

/** The columns of a query's result: the binder's, but where the binder lists too many. */
export function resultColumns(
  text: string,
  schema: Schema,
  dialect: Dialect,
  bound: readonly Column[],
): readonly Column[] {
  if (!mayBeOpen(text)) return bound
  const open = findOpenPart(text, schema, dialect)
  if (!open) return loweredColumns(text, schema, dialect) ?? bound
  const part = loweredColumns(open.query, schema, dialect)
  if (!part) return bound
  const known = { ...schema, [open.table]: part }
  return resultColumns(open.rest, known, dialect, bind(open.rest, known, dialect).columns)
}

function loweredColumns(text: string, schema: Schema, dialect: Dialect): readonly Column[] | undefined {
  const { root, tableNames, diagnostics } = bind(text, schema, dialect)
  if (diagnostics.some(({ severity }) => severity === 'error')) return undefined
  try {
    return lowerQuery(root, { tableNames }).pipeline.columns
  } catch (error) {
    if (error instanceof UnsupportedKql) return undefined
    throw error
  }
}
