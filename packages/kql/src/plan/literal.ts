import { UnsupportedKql } from '../errors.ts'
import type { SyntaxNode } from '../front/node.ts'
import type { ScalarType } from '../table.ts'
import { parseDatetime } from '../values/datetime-parse.ts'
import { printDatetime } from '../values/datetime.ts'
import { parseDecimal } from '../values/decimal.ts'
import { parseGuid } from '../values/guid.ts'
import { parseLong } from '../values/long.ts'
import { parseReal } from '../values/real.ts'
import { parseTimespan, printTimespan } from '../values/timespan.ts'
import type { Expression } from './plan.ts'

const jsonSafe = (value: number | bigint | null): unknown =>
  typeof value === 'bigint' || (value !== null && !Number.isFinite(value)) ? String(value) : value

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  bool: (text) => (/^(true|1)$/i.test(text) ? true : /^(false|0)$/i.test(text) ? false : undefined),
  int: parseLong,
  long: (text) => jsonSafe(parseLong(text)),
  real: (text) => jsonSafe(parseReal(text)),
  decimal: (text) => jsonSafe(parseDecimal(text)),
  datetime: (text) => parseDatetime(text),
  timespan: (text) => parseTimespan(text),
  guid: parseGuid,
}

// `long(5)`, `datetime("2020-01-01")`: what stands between the parentheses.
const wrapped = /^[a-z]\w*\s*\(([\s\S]*)\)$/i

// The binder does not look into defaults of columns that an operator declares.
const kindTypes: Readonly<Record<string, ScalarType>> = {
  BooleanLiteralExpression: 'bool',
  DateTimeLiteralExpression: 'datetime',
  DecimalLiteralExpression: 'decimal',
  GuidLiteralExpression: 'guid',
  IntLiteralExpression: 'int',
  LongLiteralExpression: 'long',
  RealLiteralExpression: 'real',
  StringLiteralExpression: 'string',
  TimespanLiteralExpression: 'timespan',
}

/** The type of a literal, by how it is written. */
export const literalType = (node: SyntaxNode): ScalarType => kindTypes[node.kind] ?? node.type

/** The value of a scalar literal in its plan form, read from its text because the parser's own value is wrong for some. */
export function literalValue(node: SyntaxNode): unknown {
  const type = literalType(node)
  if (type === 'string') return node.string
  const inner = wrapped.exec(node.text)?.[1]
  const text = (inner ?? node.text).trim().replace(/^(["'])(.*)\1$/, '$2')
  if (text === 'null' || (inner !== undefined && text === '')) return null
  const value = readers[type]?.(text)
  if (value === undefined || value === null) throw new UnsupportedKql(`the literal ${node.text}`, node.at)
  return value
}

/** A literal of a type. */
export const literal = (type: ScalarType, value: unknown): Expression => ({ kind: 'literal', type, value })

/** The null of a type, which for a string is `''`. */
export const nothing = (type: ScalarType): Expression => literal(type, type === 'string' ? '' : null)

/** The value inside `dynamic(…)`, as JSON; datetimes and timespans in it become their printed text. */
export function dynamicValue(node: SyntaxNode): unknown {
  switch (node.kind) {
    case 'JsonObjectExpression':
      return Object.fromEntries(
        node.list('Pairs').map((pair) => [pair.part('Name').string, dynamicValue(pair.part('Value'))]),
      )
    case 'JsonArrayExpression':
      return node.list('Values').map(dynamicValue)
    case 'ParenthesizedExpression':
    case 'DynamicExpression':
      return dynamicValue(node.part('Expression'))
    case 'UnaryMinusExpression':
      return -Number(dynamicValue(node.part('Expression')))
    case 'NullLiteralExpression':
      return null
    case 'CompoundStringLiteralExpression':
      return node.string
    default:
      return embedded(node)
  }
}

function embedded(node: SyntaxNode): unknown {
  if (!node.kind.endsWith('LiteralExpression')) throw new UnsupportedKql(`${node.text} inside dynamic()`, node.at)
  const value = literalValue(node)
  if (value === null) return null
  if (node.type === 'datetime') return printDatetime(value as number)
  if (node.type === 'timespan') return printTimespan(value as number)
  if (node.type === 'long' && typeof value === 'string') throw new UnsupportedKql(`${value} inside dynamic()`, node.at)
  return value
}
