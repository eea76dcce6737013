import { UnsupportedKql } from '../../errors.ts'
import type { CallSite } from '../call.ts'
import { ascending, quantile, type Series } from './series.ts'

// Scales the distance beyond the 10th and 90th percentile to Tukey's fences for a normal distribution.
const CUSTOM_NORMALIZATION = 2.772605605507915

interface Fences {
  readonly low: number
  readonly high: number
  readonly scale: number
}

const fences = (site: CallSite, kind: string): Fences => {
  if (kind === 'ctukey') return { low: 0.1, high: 0.9, scale: CUSTOM_NORMALIZATION }
  if (kind === 'tukey') return { low: 0.25, high: 0.75, scale: 1 }
  throw new UnsupportedKql(`${site.name} of kind ${JSON.stringify(kind)}`, site.at)
}

/**
 * How far each value lies beyond the fences (`ctukey`: 10th and 90th percentile, `tukey`: 25th and 75th), in units of their
 * distance; 0 inside, and for nulls and the ignored value.
 */
export const outliers = (site: CallSite, series: Series, kind: string, ignored: number | null): number[] => {
  const { low, high, scale } = fences(site, kind)
  const counts = (value: number | null): value is number => value !== null && value !== ignored
  const sorted = ascending(series.filter(counts))
  const [bottom, top] = [quantile(sorted, low), quantile(sorted, high)]
  return series.map((value) => {
    if (!counts(value)) return 0
    if (value > top) return ((value - top) / (top - bottom)) * scale
    return value < bottom ? ((value - bottom) / (top - bottom)) * scale : 0
  })
}
