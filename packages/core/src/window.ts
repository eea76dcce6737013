import type { Analysis } from './analysis.ts'
import type { Window } from './time.ts'

/** The time that an analysis looks at: the moment, unless it says otherwise. */
export const windowFor = (analysis: Analysis, input: Readonly<Record<string, unknown>>, asOf: Date): Window =>
  analysis.window?.(input, asOf) ?? { from: asOf, to: asOf }
