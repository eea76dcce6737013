import type { Step } from '../plan/plan.ts'

const keepsRow: ReadonlySet<Step['verb']> = new Set([
  'extend',
  'mv-expand',
  'parse',
  'parse-kv',
  'sample',
  'serialize',
  'sort',
  'take',
  'top',
  'where',
  'window',
])

const makesNewRow: ReadonlySet<Step['verb']> = new Set(['count', 'make-series', 'project', 'summarize'])

/** The cells of its source's rows that a pipeline may read; `undefined` when that may be any. */
export function usedSlots(steps: readonly Step[]): ReadonlySet<number> | undefined {
  const found = new Set<number>()
  for (const step of steps) {
    collect(step, found)
    if (makesNewRow.has(step.verb)) return found
    if (!keepsRow.has(step.verb)) return undefined
  }
  return undefined
}

/** The cells that a part of a plan reads. */
export function columnsIn(part: unknown): ReadonlySet<number> {
  const found = new Set<number>()
  collect(part, found)
  return found
}

// A plan is plain data: a column is an object that says so, wherever it stands. Queries inside read rows of their own.
function collect(part: unknown, found: Set<number>): void {
  if (typeof part !== 'object' || part === null) return
  if (Array.isArray(part)) for (const inner of part) collect(inner, found)
  else if ('kind' in part && part.kind === 'column' && 'slot' in part) found.add(part.slot as number)
  else for (const name of Object.keys(part)) if (name !== 'query') collect(part[name as keyof typeof part], found)
}
