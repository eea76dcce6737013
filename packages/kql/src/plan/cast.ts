import { UnsupportedKql } from '../errors.ts'
import type { SyntaxNode } from '../front/node.ts'
import type { ScalarType } from '../table.ts'
import type { Expression } from './plan.ts'

const conversions: Readonly<Record<ScalarType, string>> = {
  bool: 'tobool',
  int: 'toint',
  long: 'tolong',
  real: 'toreal',
  decimal: 'todecimal',
  datetime: 'todatetime',
  timespan: 'totimespan',
  guid: 'toguid',
  string: 'tostring',
  dynamic: 'todynamic',
}

/** A value as a type that it is declared to have, such as the `1` in a real column of a `datatable`. */
export function castTo(value: Expression, type: ScalarType, { at }: SyntaxNode): Expression {
  if (value.type === type) return value
  if (type === 'dynamic' && value.type === 'string')
    throw new UnsupportedKql('a text in place of a dynamic value', at, 'use dynamic() or parse_json()')
  return { kind: 'call', type, name: conversions[type], args: [value], at }
}
