import type { ColumnType } from '../sources/source.ts'
import { type Value, type Wire, wire } from './wire.ts'

/**
 * A value as a KQL literal of the given type: the only door by which a caller's text enters a query. Everything but text is parsed and
 * printed anew; text is escaped so that it always is exactly one literal. Throws InvalidInput for a value that the type cannot hold.
 */
export const literal = (type: ColumnType, value: Value): string => printed(type, wire(type, value))

function printed(type: ColumnType, value: Wire): string {
  if (typeof value === 'object') return `dynamic([${value.map(quoted).join(', ')}])`
  if (type === 'string') return quoted(String(value))
  if (type === 'bool') return String(value)
  return `${type === 'timespan' ? 'time' : type}(${value})`
}

/** Single quotes and backslash escapes: no other way of quoting survived hostile values in Microsoft's parser. */
const quoted = (text: string): string =>
  `'${text.replace(/[\\'"]/g, String.raw`\$&`).replace(/[\p{Cc}\u2028\u2029]/gu, codePoint)}'`

const codePoint = (character: string): string => String.raw`\u` + character.charCodeAt(0).toString(16).padStart(4, '0')
