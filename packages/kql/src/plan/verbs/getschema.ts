import type { ScalarType } from '../../table.ts'
import { literal } from '../literal.ts'
import { from } from '../pipelines.ts'
import { optionsOf, resultOf, type VerbLowering } from './verb.ts'

const systemTypes: Readonly<Record<ScalarType, string>> = {
  bool: 'System.SByte',
  int: 'System.Int32',
  long: 'System.Int64',
  real: 'System.Double',
  decimal: 'System.Data.SqlTypes.SqlDecimal',
  datetime: 'System.DateTime',
  timespan: 'System.TimeSpan',
  guid: 'System.Guid',
  string: 'System.String',
  dynamic: 'System.Object',
}

/** `getschema`: the input's columns are known, so its rows need not be. */
export const getSchema: VerbLowering = (operator, input) => {
  optionsOf(operator, [])
  const rows = input.columns.map(({ name, type }, ordinal) => [
    literal('string', name),
    literal('long', ordinal),
    literal('string', systemTypes[type]),
    literal('string', type),
  ])
  return from({ kind: 'rows', rows }, resultOf(operator))
}
