import type { Pipeline, Step } from '../plan/plan.ts'

const passesRowsOn: ReadonlySet<Step['verb']> = new Set([
  'where',
  'serialize',
  'sort',
  'top',
  'take',
  'sample',
  'distinct',
])

/** Whether the rows of a pipeline are made by it and held by nobody else. */
export function makesRows({ source, steps }: Pipeline): boolean {
  const last = steps.findLast(({ verb }) => !passesRowsOn.has(verb))
  if (!last) return source.kind === 'rows' || source.kind === 'range' || source.kind === 'union'
  // These may hand on rows of another table.
  return last.verb !== 'partition' && !(last.verb === 'join' && /semi|anti/.test(last.kind))
}
