import type { Window } from '@infra-analysis/core'
import type { Machine } from '../../machines/machine.ts'

/** What is asked of a log: the rows of some machines, of a half-open window of `TimeGenerated`. */
export interface Asked {
  readonly machines: readonly Machine[]
  readonly window: Window
  /** All machines that write into the log, asked or not. */
  readonly all: readonly Machine[]
}
