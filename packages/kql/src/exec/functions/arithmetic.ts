import { UnsupportedKql } from '../../errors.ts'
import type { ScalarType } from '../../table.ts'
import { converter } from '../../values/convert.ts'
import { isNumber } from '../../values/dynamic.ts'
import { fromBigInt, type Long } from '../../values/long.ts'
import { strict } from '../call.ts'
import { typed } from '../typed.ts'
import type { CallSite, Implementation, ScalarFunction } from '../call.ts'

type Operation<T> = (left: T, right: T) => T | null

/** An operator on longs: doubles while the result is exact, 64-bit integers beyond. */
const integers =
  (small: Operation<number>, large: Operation<bigint>): Operation<Long> =>
  (left, right) => {
    if (typeof left === 'number' && typeof right === 'number') {
      const result = small(left, right)
      if (result === null || Number.isSafeInteger(result)) return result
    }
    const result = large(BigInt(left), BigInt(right))
    return result === null ? null : fromBigInt(result)
  }

const realModulo: Operation<number> = (left, right) => {
  const rest = left % right
  return rest < 0 ? rest + Math.abs(right) : rest
}

interface Operator {
  readonly integer: Operation<Long>
  readonly real: Operation<number>
}

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value)

const operators: Readonly<Record<string, Operator>> = {
  '+': {
    integer: integers(
      (a, b) => a + b,
      (a, b) => a + b,
    ),
    real: (a, b) => a + b,
  },
  '-': {
    integer: integers(
      (a, b) => a - b,
      (a, b) => a - b,
    ),
    real: (a, b) => a - b,
  },
  '*': {
    integer: integers(
      (a, b) => a * b + 0,
      (a, b) => a * b,
    ),
    real: (a, b) => a * b,
  },
  '/': {
    integer: integers(
      (a, b) => (b === 0 ? null : Math.trunc(a / b) + 0),
      (a, b) => (b === 0n ? null : a / b),
    ),
    real: (a, b) => a / b,
  },
  '%': {
    integer: integers(
      (a, b) => (b === 0 ? null : ((a % b) + Math.abs(b)) % Math.abs(b)),
      (a, b) => (b === 0n ? null : ((a % b) + magnitude(b)) % magnitude(b)),
    ),
    real: realModulo,
  },
}

const isTime = (type: ScalarType | undefined): boolean => type === 'datetime' || type === 'timespan'
const isInteger = (type: ScalarType | undefined): boolean => type === 'int' || type === 'long'

/** Arithmetic that involves a datetime or a timespan: ticks are whole, a ratio of timespans is real. */
const onTicks = (site: CallSite, { real }: Operator): Operation<number> => {
  if (site.result === 'real') return real
  if (site.name === '%' && site.types[0] === 'datetime')
    throw new UnsupportedKql('the remainder of a datetime', site.at)
  return (left, right) => {
    const result = real(left, right)
    return result === null || !Number.isFinite(result) ? null : Math.trunc(result)
  }
}

// Two dynamic numbers bring their own kind: whole ones are longs.
const onDynamics =
  (site: CallSite, { integer, real }: Operator): Operation<Long> =>
  (left, right) => {
    const whole = [left, right].every((side) => typeof side === 'bigint' || Number.isInteger(side))
    if (whole && site.name === '/')
      throw new UnsupportedKql('dividing two dynamic values', site.at, 'convert them with tolong() or toreal()')
    return whole ? integer(left, right) : real(Number(left), Number(right))
  }

/** What a dynamic operand is converted to: the type of the other one. */
const operandType = (site: CallSite): ScalarType => site.types.find((type) => type !== 'dynamic') ?? site.result

const operation = (site: CallSite, operator: Operator): Implementation => {
  if (site.types.includes('decimal')) throw new UnsupportedKql('decimal arithmetic', site.at)
  if (site.types.some(isTime)) return onTicks(site, operator)
  if (site.types.every((type) => type === 'dynamic') && site.result === 'dynamic') return onDynamics(site, operator)
  if (!isInteger(site.result)) return (left: Long, right: Long) => operator.real(Number(left), Number(right))
  if (site.result === 'long') return operator.integer
  return (left: Long, right: Long) => {
    const result = operator.integer(left, right)
    if (typeof result === 'number' && result !== (result | 0)) throw new UnsupportedKql('int overflow', site.at)
    return result
  }
}

const operatorFunction =
  (operator: Operator): ScalarFunction =>
  (site) => {
    const run = strict(operation(site, operator))(site) as (left: unknown, right: unknown) => unknown
    if (!site.types.includes('dynamic')) return run
    const type = operandType(site)
    const dynamicOperand =
      type === 'dynamic' ? (cell: unknown) => (isNumber(cell) ? cell : null) : converter('dynamic', type)
    const [left, right] = site.types.map((own) => (own === 'dynamic' ? dynamicOperand : (cell: unknown) => cell))
    return (a: unknown, b: unknown) => run(left?.(a), right?.(b))
  }

const opposite = (value: Long): Long => {
  if (typeof value === 'bigint') return fromBigInt(-value)
  return value === 0 ? 0 : -value
}

const binary = Object.fromEntries(
  Object.entries(operators).map(([name, operator]) => [name, operatorFunction(operator)]),
)

/** `+ - * / %` and unary minus: integer division truncates and is null by zero, a remainder is never negative, reals follow IEEE. */
export const arithmetic: Readonly<Record<string, ScalarFunction>> = {
  ...binary,
  negate: (site) => typed([site.result], opposite)(site),
}
