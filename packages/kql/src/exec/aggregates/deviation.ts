import { isNumber } from '../../values/dynamic.ts'
import type { AggregateFunction } from '../call.ts'
import { when } from './if.ts'

/** The spread of values around their mean, divided by n - `correction`; fewer values than that are 0. */
const spread =
  (correction: 0 | 1, finish: (variance: number) => number): AggregateFunction =>
  () =>
  () => {
    let count = 0
    let mean = 0
    let squares = 0
    return {
      step(cell) {
        if (!isNumber(cell)) return
        count += 1
        const distance = Number(cell) - mean
        mean += distance / count
        squares += distance * (Number(cell) - mean)
      },
      finish: () => (count <= correction ? 0 : finish(squares / (count - correction))),
    }
  }

const same = (variance: number): number => variance

const variance = spread(1, same)
const variancep = spread(0, same)
const stdev = spread(1, Math.sqrt)
const stdevp = spread(0, Math.sqrt)

/** Variances and standard deviations, of a sample or (`p`) of the population. */
export const deviations: Readonly<Record<string, AggregateFunction>> = {
  variance,
  varianceif: when(variance),
  variancep,
  variancepif: when(variancep),
  stdev,
  stdevif: when(stdev),
  stdevp,
  stdevpif: when(stdevp),
}
