import type { Entry } from './entry.ts'
import { another } from './more.ts'
import { named } from './named.ts'

/** The servers of a fleet of a given size: the named ones first, then as many more as it takes. */
export function roster(size: number, seed: number): readonly Entry[] {
  return Array.from({ length: size }, (_, index) => named[index] ?? another(index, seed))
}
