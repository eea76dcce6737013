import type { QueryRequestOptions, ResourceGraphClient } from '@azure/arm-resourcegraph'
import { exchange, type Ending } from './exchange.ts'
import { readResourceGraph, type ResourceGraphBody } from './resource-graph-body.ts'
import { clientOptions, type Service } from './service.ts'

/** A query to a set of subscriptions or management groups that goes in one request; to neither: to all that is visible. */
export interface Part {
  readonly kql: string
  readonly subscriptions: readonly string[]
  readonly managementGroups: readonly string[]
  readonly signal: AbortSignal
}

/** Asks for one page. */
export type AskPage = (part: Part, place: QueryRequestOptions) => Promise<Ending<ResourceGraphBody>>

/** A way to ask Resource Graph for pages; its SDK is loaded by the first one. */
export function resourceGraphPages(service: Service): AskPage {
  let client: Promise<ResourceGraphClient> | undefined
  return async ({ kql, subscriptions, managementGroups, signal }, place) => {
    client ??= open(service)
    const graph = await client
    const scope =
      subscriptions.length > 0
        ? { subscriptions: [...subscriptions] }
        : managementGroups.length > 0
          ? { managementGroups: [...managementGroups] }
          : {}
    const options = {
      ...place,
      resultFormat: 'table',
      ...(subscriptions.length === 0 && { allowPartialScopes: true }),
    } as const
    return exchange(
      {
        engine: 'resource-graph',
        where: inWords(subscriptions, managementGroups),
        send: (abortSignal) => graph.resources({ ...scope, query: kql, options }, { abortSignal }),
        read: readResourceGraph,
        signal,
      },
      service.line,
    )
  }
}

async function open(service: Service): Promise<ResourceGraphClient> {
  const { ResourceGraphClient: Client } = await import('@azure/arm-resourcegraph')
  const { cloud, credential } = service
  return new Client(credential, {
    ...clientOptions(service),
    endpoint: cloud.resourceManager,
    credentials: { scopes: [cloud.resourceManagerScope] },
  })
}

function inWords(subscriptions: readonly string[], managementGroups: readonly string[]): string {
  if (managementGroups.length > 0) return `management group ${managementGroups.join(', ')}`
  if (subscriptions.length === 0) return 'a subscription'
  return subscriptions.length > 3 ? `${subscriptions.length} subscriptions` : `subscription ${subscriptions.join(', ')}`
}
