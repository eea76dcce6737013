import type { Engine } from '@infra-analysis/core'
import { isDelay, type Fault, type FaultKind } from './faults.ts'

/** The faults that befall a request, each counted. */
export type FaultPlan = (engine: Engine, page: number) => readonly Fault[]

const needsPageBefore: ReadonlySet<FaultKind> = new Set(['expired-skip-token', 'changed-data', 'removed-data'])

/** Lets each rule befall the first requests that it fits, as often as it says: of those that are no delay, one rule a request. */
export function faultPlan(rules: readonly Fault[]): FaultPlan {
  const left = new Map(rules.map((rule) => [rule, rule.times]))
  return (engine, page) => {
    const fitting = rules.filter((rule) => (left.get(rule) ?? 0) > 0 && fits(rule, engine, page))
    const first = fitting.find(({ kind }) => !isDelay(kind))
    const befalling = fitting.filter((rule) => rule === first || isDelay(rule.kind))
    for (const rule of befalling) left.set(rule, (left.get(rule) ?? 0) - 1)
    return befalling
  }
}

const fits = (rule: Fault, engine: Engine, page: number): boolean =>
  (rule.engine === undefined || rule.engine === engine) &&
  (rule.page === undefined || rule.page === page) &&
  (page > 1 || !needsPageBefore.has(rule.kind))
