import type { TokenCredential } from '@azure/core-auth'
import type { HttpClient } from '@azure/core-rest-pipeline'
import { cancelled } from '../errors.ts'
import { type Clock, wallClock } from './clock.ts'
import { type CloudName, clouds } from './clouds.ts'
import { logAnalytics } from './log-analytics.ts'
import { keepReplies } from './replies.ts'
import { resourceGraph } from './resource-graph.ts'
import { type Ask, type Service, signingIn } from './service.ts'
import type { Engine, Source } from './source.ts'
import { type Pacer, pacer } from './throttle.ts'

/** How to reach Azure. */
export interface AzureOptions {
  /** Asked for one token for each of the two services, when the first question to it comes. */
  readonly credential: TokenCredential
  /** The cloud of the credential; `public` unless said otherwise. */
  readonly cloud?: CloudName | undefined
  /** Takes the place of the HTTPS client of the SDKs. */
  readonly httpClient?: HttpClient | undefined
  readonly clock?: Clock | undefined
  /** The time that one request may take with all its attempts, five minutes unless said otherwise. */
  readonly patienceMs?: number | undefined
}

/** Requests at a time that each service likes. */
const mostAtATime = 3

/** Quota is the caller's, however many sources it opens. */
const pacers = new WeakMap<TokenCredential, Readonly<Record<Engine, Pacer>>>()

/** Azure as a source: Resource Graph and Log Analytics. Nothing is loaded or asked before the first question. */
export function azure(options: AzureOptions): Source {
  const { credential, cloud = 'public', httpClient, clock = wallClock, patienceMs = 300_000 } = options
  const paced = pacers.get(credential) ?? pacersFor(clock)
  pacers.set(credential, paced)
  const service = (engine: Engine): Service => ({
    credential: signingIn(credential),
    cloud: clouds[cloud],
    httpClient,
    line: { clock, patienceMs, pacer: paced[engine], replies: keepReplies() },
  })
  const engines: Readonly<Record<Engine, Ask>> = {
    'resource-graph': resourceGraph(service('resource-graph')),
    'log-analytics': logAnalytics(service('log-analytics')),
  }
  return {
    name: 'azure',
    now: () => new Date(clock.now()),
    async *query(question) {
      const over = new AbortController()
      const wanted = question.signal ?? over.signal
      try {
        for await (const page of engines[question.engine](question, AbortSignal.any([wanted, over.signal]))) {
          if (wanted.aborted) throw cancelled(wanted)
          yield page
        }
      } finally {
        // Pages that were asked for ahead are not wanted any more.
        over.abort()
      }
    },
  }
}

const pacersFor = (clock: Clock): Readonly<Record<Engine, Pacer>> => ({
  'resource-graph': pacer(clock, mostAtATime),
  'log-analytics': pacer(clock, mostAtATime),
})
