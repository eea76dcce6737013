import type { Analysis } from './analysis.ts'
import type { Coverage, CoverageEntry } from './answer.ts'

/** Resources by state, and those of which nothing trustworthy is known. */
export function coverageOf(states: Analysis['states'], entries: readonly CoverageEntry[]): Coverage {
  const counts: Record<string, number> = {}
  for (const state of Object.keys(states)) counts[state] = 0
  for (const { state } of entries) {
    if (counts[state] === undefined) throw new TypeError(`'${state}' is not a declared coverage state`)
    counts[state]++
  }
  const gaps = entries.filter(({ state }) => states[state]?.gap)
  return { total: entries.length, covered: entries.length - gaps.length, states: counts, gaps }
}
