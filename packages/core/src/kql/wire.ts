import { invalid } from '../errors.ts'
import type { ColumnType } from '../sources/source.ts'
import { parseSpan, parseTime } from '../time.ts'

/** What a query parameter can hold. */
export type Value = string | number | boolean | Date | readonly string[]

/** A value as the Log Analytics wire has it. */
export type Wire = string | number | boolean | readonly string[]

/** A value in the wire's form of a type. Times and spans are parsed and printed anew. Throws InvalidInput for one that the type cannot hold. */
export function wire(type: ColumnType, value: Value): Wire {
  switch (type) {
    case 'string':
      return wellFormed(as(type, value, isText))
    case 'dynamic':
      return as(type, value, isList).map(wellFormed)
    case 'bool':
      return as(type, value, (given) => typeof given === 'boolean')
    case 'int':
    case 'long':
      return as(type, value, (given): given is number => Number.isSafeInteger(given))
    case 'real':
      return as(type, value, (given): given is number => Number.isFinite(given))
    case 'datetime':
      return dateOf(value).toISOString().replace('Z', '0000Z')
    case 'timespan':
      return clock(parseSpan(as(type, value, isText)))
    case 'guid':
    case 'decimal':
      throw new TypeError(`No query takes a parameter of type ${type}`)
  }
}

const isText = (value: Value): value is string => typeof value === 'string'
const isList = (value: Value): value is readonly string[] => Array.isArray(value)

function as<Kind extends Value>(type: ColumnType, value: Value, is: (value: Value) => value is Kind): Kind {
  if (!is(value)) throw invalid(`${JSON.stringify(value)} is not a ${type}`, `Give a value of type ${type}.`)
  return value
}

const dateOf = (value: Value): Date => (value instanceof Date ? value : parseTime(as('datetime', value, isText)))

function wellFormed(text: string): string {
  if (!text.isWellFormed()) throw invalid('A text holds half of a surrogate pair', 'Give well-formed Unicode.')
  return text
}

/** `[d.]hh:mm:ss`, to the second. */
function clock(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000)
  const [days, rest] = [Math.floor(seconds / 86_400), seconds % 86_400]
  const parts = [rest / 3600, (rest / 60) % 60, rest % 60].map((part) => String(Math.floor(part)).padStart(2, '0'))
  return `${days}.${parts.join(':')}`
}
