import { UnsupportedKql } from '../../errors.ts'
import { fromBigInt } from '../../values/long.ts'
import { isNumber } from '../../values/dynamic.ts'
import type { AggregateFunction, CallSite } from '../call.ts'
import { when } from './if.ts'

/** Whether an aggregate's argument is summed in whole numbers, beyond 2^53 included. */
const isWhole = (site: CallSite): boolean => site.types[0] === 'long' || site.types[0] === 'int'

const refuse = (site: CallSite): void => {
  if (site.types[0] === 'decimal') throw new UnsupportedKql(`${site.name} of decimals`, site.at)
}

const sumLongs: AggregateFunction = () => () => {
  let total = 0
  // Sums that a double cannot hold exactly move here.
  let large = 0n
  return {
    step(cell) {
      const next = total + (typeof cell === 'number' ? cell : 0)
      if (Number.isSafeInteger(next)) total = next
      else {
        large += BigInt(total)
        total = cell as number
      }
      if (typeof cell === 'bigint') large += cell
    },
    finish: () => (large === 0n ? total : fromBigInt(large + BigInt(total))),
  }
}

const sumReals: AggregateFunction = () => () => {
  let total = 0
  return {
    step(cell) {
      if (typeof cell === 'number') total += cell
      else if (typeof cell === 'bigint') total += Number(cell)
    },
    finish: () => total,
  }
}

const sum: AggregateFunction = (site) => {
  refuse(site)
  return isWhole(site) ? sumLongs(site) : sumReals(site)
}

const averageNumbers: AggregateFunction = (site) => {
  const make = sumReals(site)
  return () => {
    const total = make()
    let count = 0
    return {
      step(cell) {
        if (!isNumber(cell)) return
        count += 1
        total.step(cell)
      },
      finish: () => Number(total.finish()) / count,
    }
  }
}

// Distances from the first value stay small enough to add up without losing ticks.
const averageTicks: AggregateFunction = () => () => {
  let first: number | null = null
  let total = 0
  let count = 0
  return {
    step(cell) {
      if (typeof cell !== 'number') return
      first ??= cell
      total += cell - first
      count += 1
    },
    finish: () => (first === null ? null : first + Math.trunc(total / count)),
  }
}

const average: AggregateFunction = (site) => {
  refuse(site)
  return site.result === 'timespan' || site.result === 'datetime' ? averageTicks(site) : averageNumbers(site)
}

/** Sums and averages; nothing to add is 0, nothing to average is NaN. */
export const sums: Readonly<Record<string, AggregateFunction>> = {
  sum,
  sumif: when(sum),
  avg: average,
  avgif: when(average),
}
