import { canonical } from '../../values/dynamic.ts'
import type { AggregateFunction, CallSite } from '../call.ts'
import { when } from './if.ts'

const count: AggregateFunction = () => () => {
  let rows = 0
  return {
    step() {
      rows += 1
    },
    finish: () => rows,
  }
}

const countIf: AggregateFunction = () => () => {
  let rows = 0
  return {
    step(condition) {
      if (condition === true) rows += 1
    },
    finish: () => rows,
  }
}

/** What two present cells of a type share exactly when they are equal. */
const keyOf = (site: CallSite): ((cell: unknown) => unknown) =>
  site.types[0] === 'dynamic' ? canonical : (cell) => cell

const distinct: AggregateFunction = (site) => {
  const key = keyOf(site)
  return () => {
    const seen = new Set<unknown>()
    return {
      step(cell) {
        if (cell !== null) seen.add(key(cell))
      },
      finish: () => seen.size,
    }
  }
}

/** Aggregates that count: rows, rows that meet a condition, distinct values (exactly). */
export const counts: Readonly<Record<string, AggregateFunction>> = {
  count,
  countif: countIf,
  dcount: distinct,
  dcountif: when(distinct),
  count_distinct: distinct,
  count_distinctif: when(distinct),
}
