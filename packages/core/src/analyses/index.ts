import type { Analysis } from '../analysis.ts'
import { invalid } from '../errors.ts'
import { didYouMean } from '../nearest.ts'
import anomalies from './anomalies/index.ts'
import patchingLevel from './patching-level/index.ts'
import serverMetadata from './server-metadata/index.ts'
import softwareChanges from './software-changes/index.ts'
import softwareInventory from './software-inventory/index.ts'
import sqlBestPractices from './sql-best-practices/index.ts'
import sqlMetadata from './sql-metadata/index.ts'
import windowsBestPractices from './windows-best-practices/index.ts'

/** Every analysis, one line each. */
export const analyses = [
  serverMetadata,
  sqlMetadata,
  patchingLevel,
  sqlBestPractices,
  windowsBestPractices,
  softwareInventory,
  softwareChanges,
  anomalies,
] as const

/** The same list, types widened: for hosts, which treat all alike. */
export const catalog: readonly Analysis[] = analyses

/** The analysis of this name. Throws InvalidInput that lists the names. */
export function analysisOf(id: string): Analysis {
  const found = catalog.find((analysis) => analysis.id === id)
  if (found) return found
  const ids = catalog.map((analysis) => analysis.id)
  throw invalid(`There is no analysis '${id}'.${didYouMean(id, ids)}`, `Analyses: ${ids.join(', ')}.`)
}
