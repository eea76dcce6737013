import { KqlError } from '../errors.ts'
import type { ScalarType } from '../table.ts'
import { parseDatetime } from '../values/datetime-parse.ts'
import { EPOCH_MILLISECONDS, printDatetime } from '../values/datetime.ts'
import { parseDecimal } from '../values/decimal.ts'
import { fromBigInt } from '../values/long.ts'
import { MILLISECOND } from '../values/ticks.ts'
import { parseTimespan, printTimespan } from '../values/timespan.ts'

/** Turns a cell from one form into the other. */
export type Conversion = (cell: unknown) => unknown

const present =
  (convert: Conversion): Conversion =>
  (cell) =>
    cell === null || cell === undefined ? null : convert(cell)

const spelled = (type: ScalarType, parse: (text: string) => number | null): Conversion =>
  present((cell) => {
    const ticks = parse(String(cell))
    if (ticks === null) throw new KqlError(`${JSON.stringify(cell)} is no ${type}`)
    return ticks
  })

const same: Conversion = (cell) => cell ?? null

const incoming: Readonly<Partial<Record<ScalarType, Conversion>>> = {
  datetime: spelled('datetime', parseDatetime),
  timespan: spelled('timespan', parseTimespan),
  long: present((cell) => (typeof cell === 'string' ? fromBigInt(BigInt(cell)) : cell)),
  decimal: present((cell) => parseDecimal(String(cell))),
  real: present(Number),
  guid: present((cell) => (cell as string).toLowerCase()),
  string: (cell) => cell ?? '',
}

const digits = (cell: unknown): unknown => (typeof cell === 'bigint' ? String(cell) : cell)

const hasBigInt = (value: unknown): boolean =>
  typeof value === 'bigint' || (typeof value === 'object' && value !== null && Object.values(value).some(hasBigInt))

const writeOddReal = present(String)

const outgoing: Readonly<Partial<Record<ScalarType, Conversion>>> = {
  datetime: present((cell) => printDatetime(cell as number)),
  timespan: present((cell) => printTimespan(cell as number)),
  long: present(digits),
  decimal: present(String),
  real: (cell) => (Number.isFinite(cell) ? cell : writeOddReal(cell)),
  dynamic: present((cell) => (hasBigInt(cell) ? JSON.parse(JSON.stringify(cell, (_, inner) => digits(inner))) : cell)),
}

/** The conversion of a type's cells from the wire's form to the engine's; throws `KqlError` for a cell that is none of its type. */
export const fromWire = (type: ScalarType): Conversion => incoming[type] ?? same

type Numbers = Readonly<Float64Array>

const whole =
  (type: ScalarType, convert: (cell: number) => number): ((cells: Numbers) => Numbers) =>
  (cells) =>
    cells.map((cell) => {
      if (!Number.isSafeInteger(cell)) throw new KqlError(`${cell} is no ${type}`)
      return convert(cell)
    })

const numbers: Readonly<Partial<Record<ScalarType, (cells: Numbers) => Numbers>>> = {
  datetime: whole('datetime', (milliseconds) => (milliseconds - EPOCH_MILLISECONDS) * MILLISECOND),
  int: whole('int', (cell) => cell),
  long: whole('long', (cell) => cell),
  real: (cells) => cells,
}

/** The conversion of a column that comes as numbers, as `Cells` has it; throws `KqlError` for a cell that is none of its type. */
export function numbersFromWire(type: ScalarType): (cells: Numbers) => Numbers {
  const convert = numbers[type]
  if (!convert) throw new KqlError(`numbers are no ${type}`)
  return convert
}

/** The conversion of a type's cells from the engine's form to the wire's; `undefined` where both are the same. */
export const toWire = (type: ScalarType): Conversion | undefined => outgoing[type]
