import type { Callable } from '../../src/callable.ts'
import type { Means } from '../../src/means.ts'
import { testHost, type TestHost } from '../host.ts'
import { type MemoryStore, memoryStore } from './memory-store.ts'

/** A host with a store in memory. */
export interface TestMeans extends Means, Pick<TestHost, 'lines'> {
  readonly store: MemoryStore
}

/** The means to work with these tools. */
export const meansWith = (callables: readonly Callable[], isFullFor?: (name: string) => boolean): TestMeans => ({
  ...testHost({ callables }),
  store: memoryStore(isFullFor),
})
