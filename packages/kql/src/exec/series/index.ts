import type { ScalarFunction } from '../call.ts'
import { merge } from '../registry.ts'
import { decompositions } from './decomposition.ts'
import { elementwise } from './elementwise.ts'
import { fills } from './fill.ts'
import { filters } from './filters.ts'
import { fits } from './fit.ts'
import { fourierTransforms } from './fourier.ts'
import { statistics } from './stats.ts'

/** All functions of series by their KQL name. */
export const series: Readonly<Record<string, ScalarFunction>> = merge([
  decompositions,
  elementwise,
  fills,
  filters,
  fits,
  fourierTransforms,
  statistics,
])
