import type { Warning } from '../answer.ts'
import { InfraError } from '../errors.ts'
import { counted, verb } from '../wording.ts'
import type { Clock } from './clock.ts'
import type { Effort } from './exchange.ts'
import { readPages } from './resource-graph-pages.ts'
import type { AskPage } from './resource-graph-request.ts'
import { seenTexts } from './seen.ts'
import { chunks, mostSubscriptions } from './subscriptions.ts'

/** Which of some subscriptions Resource Graph leaves out without a word, and what it took to find out. */
export interface Skipped extends Effort {
  readonly ids: ReadonlySet<string>
}

const kql = `resourcecontainers
| where type =~ 'microsoft.resources/subscriptions'
| project subscriptionId = tolower(subscriptionId)
| order by subscriptionId asc`

const rememberedMs = 300_000
const noEffort: Effort = { requests: 0, waitedMs: 0 }

/** Finds out which subscriptions are left out; asks once in five minutes. */
export function skippedSubscriptions(
  ask: AskPage,
  clock: Clock,
): (subscriptions: readonly string[], signal: AbortSignal) => Promise<Skipped> {
  const known = new Map<string, { readonly until: number; readonly skipped: Promise<Skipped> }>()
  return async (subscriptions, signal) => {
    if (subscriptions.length === 0) return { ids: new Set(), ...noEffort }
    const scope = subscriptions.toSorted().join()
    const remembered = known.get(scope)
    if (remembered && clock.now() < remembered.until) {
      // Who asked first may have given up.
      const skipped = await remembered.skipped.catch(() => undefined)
      if (skipped) return { ...skipped, ...noEffort }
    }
    const skipped = find(ask, subscriptions, signal)
    known.set(scope, { until: clock.now() + rememberedMs, skipped })
    return skipped
  }
}

async function find(ask: AskPage, subscriptions: readonly string[], signal: AbortSignal): Promise<Skipped> {
  const left = new Set(subscriptions)
  const took = { requests: 0, waitedMs: 0 }
  for (const group of chunks(subscriptions, mostSubscriptions)) {
    const part = { kql, subscriptions: group, managementGroups: [], signal }
    try {
      for await (const page of readPages(ask, { part, seen: seenTexts(), isLimited: false })) {
        for (const [id] of page.rows) left.delete(String(id))
        took.requests += page.requests
        took.waitedMs += page.waitedMs
      }
    } catch (error) {
      // Nothing of the group is visible. Whether anything is, the question itself will tell.
      if (!(error instanceof InfraError && error.code === 'AccessDenied')) throw error
      took.requests += 1
    }
  }
  return { ids: left, ...took }
}

/** What an answer lacks that leaves these subscriptions out. */
export function skippedGaps({ ids }: Skipped): readonly Warning[] {
  if (ids.size === 0) return []
  const some = [...ids].slice(0, 10).join(', ')
  const more = ids.size > 10 ? ' and more' : ''
  return [
    {
      code: 'subscriptions-skipped',
      message: `${counted(ids.size, 'subscription')} left out, because ${verb(ids.size, 'it is', 'they are')} not there or may not be read: ${some}${more}.`,
      hint: 'Ask for the role Reader on them, or leave them out of the scope.',
    },
  ]
}
