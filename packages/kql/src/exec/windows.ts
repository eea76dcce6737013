import { UnsupportedKql } from '../errors.ts'
import type { Call } from '../plan/plan.ts'
import type { Context, Row } from './context.ts'
import { constantOf, type Reader, readers } from './expressions.ts'

/** Computes one cell per row from all rows, in their order. */
export type WindowFunction = (call: Call, context: Context) => (rows: readonly Row[]) => unknown[]

const shifted =
  (direction: number): WindowFunction =>
  (call, context) => {
    const [value, offset, fallback] = readers(call.args, context)
    const by = offset ? offset([]) : 1
    if (typeof by !== 'number') throw new UnsupportedKql(`${call.name} by a null`, call.at)
    const missing = fallback ?? (() => (call.type === 'string' ? '' : null))
    return (rows) => {
      const cells = rows.map(value as Reader)
      return rows.map((row, index) => {
        const other = index + direction * by
        return other >= 0 && other < cells.length ? cells[other] : missing(row)
      })
    }
  }

const never: Reader = () => false

const rowNumber: WindowFunction = (call, context) => {
  const [start = () => 1, restart = never] = readers(call.args, context)
  const first = start([]) as number
  return (rows) => {
    let number = first - 1
    return rows.map((row) => (number = restart(row) === true ? first : number + 1))
  }
}

const cumulativeSum: WindowFunction = (call, context) => {
  const [term, restart = never] = readers(call.args, context)
  return (rows) => {
    let sum = 0
    return rows.map((row) => {
      const cell = (term as Reader)(row)
      if (typeof cell !== 'number') throw new UnsupportedKql('row_cumsum over nulls or beyond 2^53', call.at)
      sum = restart(row) === true ? cell : sum + cell
      return sum
    })
  }
}

const rank =
  (dense: boolean): WindowFunction =>
  (call, context) => {
    const [term, restart = never] = readers(call.args, context)
    return (rows) => {
      let [place, number, last] = [0, 0, undefined as unknown]
      return rows.map((row, index) => {
        const cell = (term as Reader)(row)
        const begins = index === 0 || restart(row) === true
        number = begins ? 1 : number + 1
        if (begins) place = 1
        else if (cell !== last) place = dense ? place + 1 : number
        last = cell
        return place
      })
    }
  }

const session: WindowFunction = (call, context) => {
  const [value, , , restart = never] = readers(call.args, context)
  const [fromFirst, fromLast] = call.args.slice(1, 3).map((arg) => constantOf(arg, context) as number)
  return (rows) => {
    let [first, last] = [0, 0]
    return rows.map((row, index) => {
      const cell = (value as Reader)(row)
      if (typeof cell !== 'number') throw new UnsupportedKql('row_window_session over nulls', call.at)
      const begins =
        index === 0 || restart(row) === true || cell - first > (fromFirst ?? 0) || cell - last > (fromLast ?? 0)
      if (begins) first = cell
      last = cell
      return first
    })
  }
}

/** The functions that look at other rows, by name. */
export const windowFunctions: Readonly<Record<string, WindowFunction>> = {
  prev: shifted(-1),
  next: shifted(1),
  row_number: rowNumber,
  row_cumsum: cumulativeSum,
  row_rank_dense: rank(true),
  row_rank_min: rank(false),
  row_window_session: session,
}
