import type { Host } from './host.ts'
import type { Answer } from './pipeline.ts'
import type { Store } from './store.ts'

/** What work that nobody waits for is done with. */
export interface Means {
  readonly host: Host
  readonly answer: Answer
  /** Where its results go. */
  readonly store: Store
}
