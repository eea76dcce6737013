import type { ColumnType } from '../sources/source.ts'
import { declared, undeclared } from './declared.ts'
import { literal } from './literal.ts'
import { type Value, type Wire, wire } from './wire.ts'

/** Values of query parameters by name. */
export type Values = Readonly<Record<string, Value>>

/** Comments and strings, which stay as they are; names, with the dot before a member. */
const token =
  /\/\/[^\n]*|@"(?:[^"]|"")*"|@'(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|(?<!(?<!\.)\.)(?<!\w)[A-Za-z_]\w*/g

/**
 * The query with each declared parameter replaced by a typed literal and the declaration removed: text that either service takes as
 * it is. Throws TypeError when a parameter has no value, InvalidInput when a value does not fit its type.
 */
export function bind(kql: string, values: Values): string {
  const literals = mapped(kql, values, literal)
  return undeclared(kql).replace(token, (found) => literals.get(found) ?? found)
}

/** The values of the declared parameters in the wire's form, for an engine that takes parameters beside the query. Throws as `bind` does. */
export const parametersFor = (kql: string, values: Values): Readonly<Record<string, Wire>> =>
  Object.fromEntries(mapped(kql, values, wire))

function mapped<Form>(
  kql: string,
  values: Values,
  form: (type: ColumnType, value: Value) => Form,
): ReadonlyMap<string, Form> {
  return new Map(
    [...declared(kql)].map(([name, type]) => {
      const value = values[name]
      if (value === undefined) throw new TypeError(`The query parameter '${name}' has no value`)
      return [name, form(type, value)]
    }),
  )
}
