import { randomBytes } from 'node:crypto'
import type { Result } from './result.ts'

/** Whole results of recent calls, in memory: the next page needs no question, and a host can hand out the whole. */
export interface Results {
  /** Keeps a result for its caller; the handle cannot be guessed. */
  keep(result: Result, caller: string): string
  /** The result, if it is still there and is this caller's. */
  find(handle: string, caller: string): Result | undefined
}

interface Kept {
  readonly result: Result
  readonly caller: string
  readonly bytes: number
  readonly until: number
}

/**
 * Keeps results for `ttlMs` after they were made (15 minutes) and in `maxBytes` altogether (32 MiB), those least recently asked for leaving
 * first. What does not fit alone is not kept.
 */
export function resultStore({
  maxBytes = 32 * 1024 * 1024,
  ttlMs = 15 * 60_000,
  now = Date.now,
}: { readonly maxBytes?: number; readonly ttlMs?: number; readonly now?: () => number } = {}): Results {
  const all = new Map<string, Kept>()
  let bytes = 0

  const drop = (handle: string): void => {
    bytes -= all.get(handle)?.bytes ?? 0
    all.delete(handle)
  }
  const dropExpired = (): void => {
    for (const [handle, { until }] of all) if (until <= now()) drop(handle)
  }

  return {
    keep(result, caller) {
      const handle = randomBytes(16).toString('base64url')
      const kept = { result, caller, bytes: weightOf([result.rows, result.answer]), until: now() + ttlMs }
      dropExpired()
      if (kept.bytes > maxBytes) return handle
      for (const oldest of all.keys()) {
        if (bytes + kept.bytes <= maxBytes) break
        drop(oldest)
      }
      all.set(handle, kept)
      bytes += kept.bytes
      return handle
    },
    find(handle, caller) {
      dropExpired()
      const kept = all.get(handle)
      if (kept?.caller !== caller) return undefined
      all.delete(handle)
      all.set(handle, kept)
      return kept.result
    },
  }
}

/** About how many bytes a value takes in memory. */
function weightOf(value: unknown): number {
  if (typeof value === 'string') return 16 + value.length * 2
  if (typeof value !== 'object' || value === null) return 8
  return Object.values(value).reduce((sum: number, part) => sum + weightOf(part), 16)
}
