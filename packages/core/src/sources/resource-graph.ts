import { merged } from './merge.ts'
import { shapeOf } from './query-shape.ts'
import { readPages } from './resource-graph-pages.ts'
import { resourceGraphPages } from './resource-graph-request.ts'
import { seenTexts } from './seen.ts'
import type { Ask, Service } from './service.ts'
import { skippedGaps, skippedSubscriptions } from './skipped.ts'
import { groupsOf } from './subscriptions.ts'

/**
 * Asks Azure Resource Graph: every page, of all subscriptions, sorted as the query says. A subscription that is left out, and rows that
 * the service does not send, are gaps. Throws InfraError.
 */
export function resourceGraph(service: Service): Ask {
  const ask = resourceGraphPages(service)
  const skipped = skippedSubscriptions(ask, service.line.clock)
  return async function* ({ kql, scope, key }, signal) {
    const { subscriptions = [], managementGroups = [] } = scope
    const shape = shapeOf(kql)
    const seen = seenTexts()
    const groups = groupsOf(subscriptions, shape)
    const left = await skipped(subscriptions, signal)
    // A request of which nothing is visible is refused.
    const visible = groups.filter((group) => group.length === 0 || group.some((id) => !left.ids.has(id)))
    const parts = (visible.length > 0 ? visible : groups).map((group) =>
      readPages(ask, {
        part: { kql, subscriptions: group, managementGroups, signal },
        key,
        seen,
        isLimited: shape.isLimited,
      }),
    )
    let { requests, waitedMs } = left
    let gaps = skippedGaps(left)
    for await (const page of merged(parts, shape.order)) {
      yield {
        ...page,
        requests: page.requests + requests,
        waitedMs: page.waitedMs + waitedMs,
        gaps: [...(page.gaps ?? []), ...gaps],
      }
      ;[gaps, requests, waitedMs] = [[], 0, 0]
    }
  }
}
