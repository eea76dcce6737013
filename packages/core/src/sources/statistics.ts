import type { Statistics } from './source.ts'

/** The work on two answers, as far as it is known. */
export const together = (one: Statistics | undefined, other: Statistics | undefined): Statistics | undefined =>
  one && other
    ? { executionMs: one.executionMs + other.executionMs, rowsScanned: one.rowsScanned + other.rowsScanned }
    : (one ?? other)
