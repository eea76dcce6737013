import type { Finding } from '../../answer.ts'
import { coverageOf, type Known } from './coverage.ts'
import type { Report } from './row.ts'

/** What keeps the inventory from being the truth: lists cut off at the cap, and lists that are not renewed. */
export const findingsAbout = (reports: readonly Report[], known: Known): readonly Finding[] =>
  coverageOf(reports, known).flatMap(({ resourceId, name, state, reason }): Finding[] => {
    const about = { resourceId, subject: name, message: reason }
    if (state === 'Capped') return [{ ...about, code: 'inventory-capped', severity: 'medium' }]
    if (state === 'Stale') return [{ ...about, code: 'inventory-stale', severity: 'low' }]
    return []
  })
