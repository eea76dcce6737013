import type { Coverage } from '../answer.ts'
import { clean } from './clean.ts'

/** Resources by state, and a few of those about which nothing is known. */
export interface PageCoverage {
  readonly [member: string]: unknown
  readonly total: number
  readonly covered: number
  readonly states: Readonly<Record<string, number>>
  /** `name (state): reason`. */
  readonly unknown?: readonly string[]
}

/** The coverage of an answer with as many of the unknown resources as may be named. */
export function coverageIn({ total, covered, states, gaps }: Coverage, named: number, sentence: number): PageCoverage {
  const unknown = gaps
    .slice(0, named)
    .map(({ name, state, reason }) => `${clean(name, 60)} (${state}): ${clean(reason, sentence)}`)
  return {
    total,
    covered,
    states: Object.fromEntries(Object.entries(states).filter(([, count]) => count > 0)),
    ...(unknown.length > 0 && { unknown }),
  }
}
