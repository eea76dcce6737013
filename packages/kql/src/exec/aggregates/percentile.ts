import { UnsupportedKql } from '../../errors.ts'
import { compare } from '../../values/compare.ts'
import { intoDynamic } from '../../values/dynamic.ts'
import type { AggregateFunction, CallSite } from '../call.ts'

/** The percentages a call asks for: constants, or one constant array. */
const percentages = (site: CallSite, from: number): number[] => {
  if (site.types[0] === 'decimal') throw new UnsupportedKql(`${site.name} of decimals`, site.at)
  const constants = site.constants.slice(from).flat()
  if (constants.length === 0 || constants.some((constant) => typeof constant !== 'number'))
    throw new UnsupportedKql(`${site.name} with computed percentages`, site.at)
  return constants as number[]
}

type Finish = (cells: unknown[], site: CallSite) => unknown

const columns: Finish = (cells) => cells
const single: Finish = (cells) => cells[0]
const array: Finish = (cells, site) => cells.map(intoDynamic(site.types[0] ?? 'dynamic'))

// Numbers without NaN sort many times faster as what they are.
const sort = (values: readonly unknown[]): readonly unknown[] =>
  values.every((value) => typeof value === 'number' && !Number.isNaN(value))
    ? Array.from(Float64Array.from(values as readonly number[]).toSorted())
    : values.toSorted(compare)

/** Nearest rank: the value at ceil(p/100 × n) of the sorted values, counted from 1. */
const percentile =
  (finish: Finish): AggregateFunction =>
  (site) => {
    const ranks = percentages(site, 1)
    return () => {
      const values: unknown[] = []
      return {
        step(cell) {
          if (cell !== null) values.push(cell)
        },
        finish() {
          const sorted = sort(values)
          const at = (rank: number): unknown => sorted[Math.max(0, Math.ceil((rank * sorted.length) / 100) - 1)] ?? null
          return finish(ranks.map(at), site)
        },
      }
    }
  }

/** Nearest rank where each value counts as often as its weight says. */
const weighted =
  (finish: Finish): AggregateFunction =>
  (site) => {
    const ranks = percentages(site, 2)
    return () => {
      const values: { value: unknown; weight: number }[] = []
      return {
        step(value, weight) {
          if (value !== null && typeof weight === 'number' && weight > 0) values.push({ value, weight })
        },
        finish() {
          const sorted = values.toSorted((left, right) => compare(left.value, right.value))
          const total = sorted.reduce((sum, { weight }) => sum + weight, 0)
          const at = (rank: number): unknown => {
            let passed = 0
            return sorted.find(({ weight }) => (passed += weight) >= (rank * total) / 100)?.value ?? null
          }
          return finish(ranks.map(at), site)
        },
      }
    }
  }

/** Percentiles by nearest rank, exact: one, several columns, or one array. */
export const percentileAggregates: Readonly<Record<string, AggregateFunction>> = {
  percentile: percentile(single),
  percentiles: percentile(columns),
  percentiles_array: percentile(array),
  percentilew: weighted(single),
  percentilesw: weighted(columns),
  percentilesw_array: weighted(array),
}
