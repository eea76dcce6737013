import type { LogsQueryClient } from '@azure/monitor-query'
import { type Ending, exchange } from './exchange.ts'
import { type LogAnalyticsBody, readLogAnalytics } from './log-analytics-body.ts'
import { clientOptions, type Service } from './service.ts'
import type { Window } from '../time.ts'

/** A query to workspaces, of which there is at least one. */
export interface LogQuery {
  readonly kql: string
  /** GUIDs or ARM ids. */
  readonly workspaces: readonly string[]
  readonly window: Window
  readonly signal: AbortSignal
}

/** Asks a query. */
export type AskLogs = (query: LogQuery) => Promise<Ending<LogAnalyticsBody>>

/** The longest that the service works on a query. */
const mostSeconds = 600

/** A way to ask Log Analytics; its SDK is loaded by the first question. */
export function logAnalyticsAnswers(service: Service): AskLogs {
  let client: Promise<LogsQueryClient> | undefined
  return async ({ kql, workspaces: [first = '', ...others], window, signal }) => {
    client ??= open(service)
    const logs = await client
    const timespan = { startTime: window.from, endTime: window.to }
    return exchange(
      {
        engine: 'log-analytics',
        where: `workspace ${[first, ...others].join(', ')}`,
        send(abortSignal, leftMs) {
          const options = {
            abortSignal,
            includeQueryStatistics: true,
            serverTimeoutInSeconds: Math.max(1, Math.min(mostSeconds, Math.floor(leftMs / 1000))),
            ...(others.length > 0 && { additionalWorkspaces: others }),
          }
          return first.startsWith('/')
            ? logs.queryResource(first, kql, timespan, options)
            : logs.queryWorkspace(first, kql, timespan, options)
        },
        read: readLogAnalytics,
        signal,
      },
      service.line,
    )
  }
}

async function open(service: Service): Promise<LogsQueryClient> {
  const { LogsQueryClient: Client } = await import('@azure/monitor-query')
  const { cloud, credential } = service
  return new Client(credential, {
    ...clientOptions(service),
    endpoint: cloud.logAnalytics,
    audience: cloud.logAnalyticsAudience,
  })
}
