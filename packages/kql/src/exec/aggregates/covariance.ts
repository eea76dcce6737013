import { isNumber } from '../../values/dynamic.ts'
import type { AggregateFunction } from '../call.ts'
import { when } from './if.ts'

/** The covariance of two columns, divided by n - `correction`; rows with a null are left out. */
const covariance =
  (correction: 0 | 1): AggregateFunction =>
  () =>
  () => {
    let count = 0
    let meanX = 0
    let meanY = 0
    let products = 0
    return {
      step(x, y) {
        if (!isNumber(x) || !isNumber(y)) return
        count += 1
        const distance = Number(x) - meanX
        meanX += distance / count
        meanY += (Number(y) - meanY) / count
        products += distance * (Number(y) - meanY)
      },
      finish: () => (count <= correction ? 0 : products / (count - correction)),
    }
  }

/** Covariances, of a sample or (`p`) of the population. */
export const covariances: Readonly<Record<string, AggregateFunction>> = {
  covariance: covariance(1),
  covarianceif: when(covariance(1), 2),
  covariancep: covariance(0),
  covariancepif: when(covariance(0), 2),
}
