import type { CallSite, Implementation, ScalarFunction } from '../call.ts'
import { DAYS_BEFORE_EPOCH } from '../../values/datetime.ts'
import { fromBigInt, type Long } from '../../values/long.ts'
import { DAY, floorTo } from '../../values/ticks.ts'
import { typed } from '../typed.ts'

/** What to add to a datetime so that multiples of `size` count from 0001-01-01, computed where doubles would lose ticks. */
const phase = (size: number): number => Number((BigInt(DAYS_BEFORE_EPOCH) * BigInt(DAY)) % BigInt(Math.trunc(size)))

const binDatetime = (ticks: number, size: number): number => {
  const shift = phase(size)
  return floorTo(ticks + shift, size) - shift
}

const binNumber = (value: number, size: number): number => Math.floor(value / size) * size + 0

const binLong = (value: Long, size: Long): Long => {
  if (typeof value === 'number' && typeof size === 'number') return floorTo(value, size)
  const rest = BigInt(value) % BigInt(size)
  return fromBigInt(BigInt(value) - rest - (rest < 0n ? BigInt(size) : 0n))
}

const positive =
  <T extends Long>(run: (value: T, size: T) => T): ((value: T, size: T) => T | null) =>
  (value, size) =>
    size > 0 ? run(value, size) : null

const bin: ScalarFunction = (site) => {
  if (site.result === 'long' || site.result === 'int') return typed(['long'], positive(binLong))(site)
  if (site.result === 'timespan') return typed(['timespan'], positive(floorTo))(site)
  if (site.result !== 'datetime') return typed(['real'], positive(binNumber))(site)
  const [, size] = site.constants
  if (typeof size === 'number' && size > 0) {
    const shift = phase(size)
    return (ticks: number | null) => (ticks === null ? null : floorTo(ticks + shift, size) - shift)
  }
  return typed(['datetime', 'timespan'], positive(binDatetime))(site)
}

const binAt = (site: CallSite): Implementation => {
  const real = site.result === 'real'
  const floor = real ? binNumber : floorTo
  const run = (value: number, size: number, origin: number): number | null =>
    size > 0 ? origin + floor(value - origin, size) : null
  return typed(real ? ['real'] : ['any'], run)(site)
}

/** Rounding down to multiples of a size, counted from zero, from 0001-01-01 for datetimes, or from a given point. */
export const bins: Readonly<Record<string, ScalarFunction>> = { bin, floor: bin, bin_at: binAt }
