import type { Parameter } from '../bicep/declarations.ts'
import { Fault } from './fault.ts'
import { isBag, isList, type Value } from './value.ts'

/** The value that is given for a parameter. Throws Fault for one of another plain type, or none of the allowed. */
export function accepted({ name, type, decorators }: Parameter, value: Value, file: string, line: number): Value {
  if (!isOf(value, type))
    throw new Fault(file, line, `'${name}' is given ${JSON.stringify(value)} and is of type ${type}`)
  const [allowed] = decorators.get('allowed') ?? []
  const choices =
    allowed?.kind === 'array' ? allowed.items.map((item) => (item.kind === 'literal' ? item.value : item)) : []
  if (choices.length === 0 || choices.includes(value as string)) return value
  throw new Fault(file, line, `'${name}' is given ${JSON.stringify(value)}, which is not allowed`)
}

/** Whether a value is of a plain type: string, bool, int, array or object. */
export function isOf(value: Value, type: string): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string'
    case 'bool':
      return typeof value === 'boolean'
    case 'int':
      return typeof value === 'number'
    case 'array':
      return isList(value)
    default:
      return isBag(value)
  }
}
