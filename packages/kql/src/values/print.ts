import type { ScalarType } from '../table.ts'
import { printDatetime } from './datetime.ts'
import { stringify } from './dynamic.ts'
import { printReal } from './real.ts'
import { printTimespan } from './timespan.ts'

const printers: Readonly<Record<ScalarType, (cell: never) => string>> = {
  bool: (cell: boolean) => (cell ? 'True' : 'False'),
  int: String,
  long: String,
  real: printReal,
  decimal: String,
  datetime: printDatetime,
  timespan: printTimespan,
  guid: String,
  string: (cell: string) => cell,
  dynamic: (cell: unknown) => (typeof cell === 'string' ? cell : stringify(cell)),
}

/** How `tostring` spells the cells of a type; null is `''`. */
export const printer = (type: ScalarType): ((cell: unknown) => string) => {
  const print = printers[type] as (cell: unknown) => string
  return type === 'string' ? print : (cell) => (cell === null ? '' : print(cell))
}
