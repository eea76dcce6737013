import type { HttpClient, PipelineRequest } from '@azure/core-rest-pipeline'
import { clock as sandboxClock, scope } from '@infra-analysis/sandbox'
import { serve, type ServeOptions, type Served } from '@infra-analysis/sandbox/server'
import { azure, type AzureOptions, loopback, type Page, type Question, type Source } from '../src/index.ts'
import { onTestFinished } from 'vitest'
import { stillClock } from './still-clock.ts'

/** Azure as it is reached over the wire, with a stand-in at the other end. Time passes only while somebody waits. */
export interface OverTheWire extends Served {
  readonly source: Source
  /** What the SDKs sent. */
  readonly sent: readonly Sent[]
  /** For what a token was asked. */
  readonly audiences: readonly string[]
  readonly now: () => number
}

/** The bodies of both services. */
interface Body {
  readonly query: string
  readonly subscriptions?: readonly string[]
  readonly options?: { readonly $top?: number }
  readonly timespan?: string
}

interface Sent {
  readonly url: string
  readonly prefer: string | undefined
  readonly body: Body
}

/** Starts a stand-in, with the SDKs pointed to it. */
export async function overTheWire(
  options: ServeOptions = {},
  azureOptions: Partial<AzureOptions> = {},
): Promise<OverTheWire> {
  const clock = stillClock()
  const served = await serve({
    timer: { now: () => clock.now(), sleep: async () => undefined },
    delayMs: 0,
    ...options,
  })
  const audiences: string[] = []
  const credential = {
    async getToken(scopes: string | string[]) {
      audiences.push(...[scopes].flat())
      return { token: served.token, expiresOnTimestamp: Date.now() + 3_600_000 }
    },
  }
  const sent: Sent[] = []
  const httpClient = noting(loopback(served.url), sent)
  const source = azure({ credential, httpClient, clock, ...azureOptions })
  return { ...served, source, sent, audiences, now: () => clock.now() }
}

const noting = (client: HttpClient, sent: Sent[]): HttpClient => ({
  sendRequest(request) {
    sent.push(noted(request))
    return client.sendRequest(request)
  },
})

const noted = ({ url, headers, body }: PipelineRequest): Sent => ({
  url,
  prefer: headers.get('prefer'),
  body: JSON.parse(body as string) as Body,
})

/** The whole answer of a source. */
export async function answer(source: Source, question: Question) {
  const pages: Page[] = []
  for await (const page of source.query(question)) pages.push(page)
  return {
    pages,
    rows: pages.flatMap(({ rows }) => rows),
    gaps: pages.flatMap(({ gaps = [] }) => gaps),
    requests: pages.reduce((sum, { requests }) => sum + requests, 0),
  }
}

/** The same for the length of a test. */
export async function wired(...options: Parameters<typeof overTheWire>): Promise<OverTheWire> {
  const wire = await overTheWire(...options)
  onTestFinished(() => wire.close())
  return wire
}

/** The subscriptions of the sample fleet that can be read. */
export const readable: readonly string[] = scope.subscriptions.filter((id) => !scope.unreadable.includes(id))

/** A question about all of them. */
export const graph = (kql: string, rest: Partial<Question> = {}): Question => ({
  engine: 'resource-graph',
  kql,
  scope: { subscriptions: readable },
  ...rest,
})

/** The last hour. */
export const window = { from: new Date(sandboxClock.getTime() - 3_600_000), to: new Date(sandboxClock) }

/** A question about the last hour of the workspace. */
export const logs = (kql: string, rest: Partial<Question> = {}): Question => ({
  engine: 'log-analytics',
  kql,
  scope: { workspaces: [scope.workspace] },
  window,
  ...rest,
})

/** A query for every resource. */
export const everyId = 'resources | project id = tolower(id) | order by id asc'

/** Some GUID that nothing has. */
export const guid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
