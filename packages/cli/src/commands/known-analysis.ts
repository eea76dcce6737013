import { catalog, type Analysis } from '@infra-analysis/core'
import { unknownCommand } from './unknown.ts'

/** The analysis of this name. Throws InvalidInput that lists the commands. */
export function knownAnalysis(name: string): Analysis {
  const found = catalog.find(({ id }) => id === name)
  if (!found) throw unknownCommand(name)
  return found
}
