import type { ScalarType } from '../../table.ts'
import { fromBigInt, type Long } from '../../values/long.ts'
import type { CallSite, Implementation, ScalarFunction } from '../call.ts'
import { typed } from '../typed.ts'
import { compare } from '../../values/compare.ts'

const real = (run: (...values: number[]) => number): ScalarFunction => typed(['real'], run)

/** A function that is null outside its domain. */
const within =
  (holds: (value: number) => boolean) =>
  (run: (value: number) => number): ScalarFunction =>
    typed(['real'], (value: number) => (holds(value) ? run(value) : null))

const positive = within((value) => !(value < 0))
const unit = within((value) => !(Math.abs(value) > 1))

/** Rounding of a positive number on its shortest decimal spelling: 1.005 to two places is 1.01. */
const roundDecimal = (value: number, precision: number): number => {
  const [digits = '0', exponent = '0'] = String(value).split('e')
  const shifted = Math.round(Number(`${digits}e${Number(exponent) + precision}`))
  const [rounded = '0', back = '0'] = String(shifted).split('e')
  return Number(`${rounded}e${Number(back) - precision}`)
}

/** Half away from zero; a negative precision rounds left of the point. */
const round = (value: number, precision = 0): number => {
  if (!Number.isFinite(value)) return value
  const size = Math.abs(value)
  const factor = 10 ** precision
  const scaled = size * factor
  // Away from a tie the binary value decides as the decimal one does, and much faster.
  const plain = precision >= 0 && scaled < 1e9 && Math.abs((scaled % 1) - 0.5) > 1e-6
  return Math.sign(value) * (plain ? Math.round(scaled) / factor : roundDecimal(size, precision))
}

/** A number kept in its own type: longs stay whole. */
const numeric = (site: CallSite): ScalarType => (site.types[0] === 'dynamic' ? site.result : (site.types[0] ?? 'real'))

const own =
  (run: (value: number) => number): ScalarFunction =>
  (site): Implementation =>
    typed([numeric(site)], run)(site)

const magnitude = (value: Long): Long => {
  if (value >= 0) return value
  return typeof value === 'bigint' ? fromBigInt(-value) : -value
}

const abs: ScalarFunction = own(magnitude as (value: number) => number)

const extreme =
  (sign: 1 | -1): ScalarFunction =>
  () =>
  (...cells: unknown[]) => {
    let best: unknown = null
    for (const cell of cells) if (cell !== null && (best === null || compare(cell, best) * sign > 0)) best = cell
    return best
  }

/** Mathematics on reals (IEEE), and what keeps a number's own type. */
export const math: Readonly<Record<string, ScalarFunction>> = {
  abs,
  round: typed(['real', 'long'], round),
  ceiling: real((value) => Math.ceil(value) + 0),
  sign: real((value) => Math.sign(value) + 0),
  sqrt: positive(Math.sqrt),
  exp: real(Math.exp),
  exp2: real((value) => 2 ** value),
  exp10: real((value) => 10 ** value),
  log: positive(Math.log),
  log2: positive(Math.log2),
  log10: positive(Math.log10),
  pow: real((base = 0, exponent = 0) => base ** exponent),
  sin: real(Math.sin),
  cos: real(Math.cos),
  tan: real(Math.tan),
  cot: real((value) => 1 / Math.tan(value)),
  asin: unit(Math.asin),
  acos: unit(Math.acos),
  atan: real(Math.atan),
  atan2: real(Math.atan2),
  pi: () => () => Math.PI,
  degrees: real((value) => (value * 180) / Math.PI),
  radians: real((value) => (value * Math.PI) / 180),
  isnan: typed(['real'], Number.isNaN),
  isinf: typed(['real'], (value: number) => Math.abs(value) === Infinity),
  isfinite: typed(['real'], Number.isFinite),
  max_of: extreme(1),
  min_of: extreme(-1),
}
