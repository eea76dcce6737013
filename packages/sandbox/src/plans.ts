import { createHash } from 'node:crypto'
import type { Plan } from '@infra-analysis/kql'

/** Plans by key. */
export type Plans = Readonly<Record<string, Plan>>

/** What a query's plan is kept under: its text decides. */
export const planKey = (kql: string): string => createHash('sha256').update(kql).digest('base64url').slice(0, 12)

let recorded: Promise<Plans> | undefined

/** The recorded plan of a shipped query, so that the parser need not be loaded; undefined for any other query. */
export async function planOf(kql: string): Promise<Plan | undefined> {
  recorded ??= import('./plans.generated.json', { with: { type: 'json' } }).then((module) => module.default as Plans)
  return (await recorded)[planKey(kql)]
}

/** The tables that a plan reads. */
export function tablesIn(plan: unknown): readonly string[] {
  if (typeof plan !== 'object' || plan === null) return []
  const inner = Object.values(plan).flatMap(tablesIn)
  return 'kind' in plan && plan.kind === 'table' && 'name' in plan ? [String(plan.name), ...inner] : inner
}
