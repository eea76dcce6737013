import type { AggregateFunction } from '../call.ts'
import { merge } from '../registry.ts'
import { binaries } from './binary.ts'
import { schemas } from './build-schema.ts'
import { collections } from './collect.ts'
import { counts } from './count.ts'
import { covariances } from './covariance.ts'
import { deviations } from './deviation.ts'
import { extremes } from './extreme.ts'
import { percentileAggregates } from './percentile.ts'
import { sums } from './sum.ts'

/** All aggregates by their KQL name. */
export const aggregates: Readonly<Record<string, AggregateFunction>> = merge([
  binaries,
  collections,
  counts,
  covariances,
  deviations,
  extremes,
  percentileAggregates,
  schemas,
  sums,
])
