import type { Warning } from '../answer.ts'
import { invalid } from '../errors.ts'
import { literal } from '../kql/literal.ts'
import type { Window } from '../time.ts'
import type { Partial } from './log-analytics-body.ts'
import { type AskLogs, logAnalyticsAnswers, type LogQuery } from './log-analytics-request.ts'
import { merged } from './merge.ts'
import { narrowed, type QueryShape, shapeOf } from './query-shape.ts'
import type { Ask, Service } from './service.ts'
import type { Page } from './source.ts'

/** What the service takes in a request. */
const mostWorkspaces = 100
/** Halving a month so often leaves ten minutes. */
const mostHalvings = 12

/**
 * Asks Log Analytics about a window of time, or else about all time. An answer beyond the service's limits is asked for again in halves of
 * the window where the query allows it, or else has a gap. Throws InfraError, with TableAbsent for a known table that is not there.
 */
export function logAnalytics(service: Service): Ask {
  const ask = logAnalyticsAnswers(service)
  return async function* ({ kql, scope, window }, signal) {
    const { workspaces = [] } = scope
    if (workspaces.length === 0) {
      throw invalid('Nothing says which Log Analytics workspace to ask', 'Give the id of a workspace.')
    }
    if (workspaces.length > mostWorkspaces) {
      throw invalid(`${workspaces.length} workspaces are too many for one question`, `Give at most ${mostWorkspaces}.`)
    }
    const span = window ?? { from: beginning, to: new Date(service.line.clock.now() + dayMs) }
    yield* answer(ask, { kql, workspaces, window: span, signal }, shapeOf(kql), span)
  }
}

const beginning = new Date('2000-01-01T00:00:00Z')
const dayMs = 86_400_000

/** Reads the answer to a query of which only rows of some span of time are wanted. */
async function* answer(
  ask: AskLogs,
  query: LogQuery,
  shape: QueryShape,
  span: Window,
  halvings = 0,
): AsyncGenerator<Page> {
  const ending = await ask(query)
  if ('failure' in ending) throw ending.failure.error
  const { columns, rows, partial, statistics } = ending.body
  const { requests, waitedMs } = ending
  const page: Page = { columns, rows, requests, waitedMs, ...(statistics && { statistics }) }
  const middle = new Date((span.from.getTime() + span.to.getTime()) / 2)
  const isHalvable = shape.isDivisible && halvings < mostHalvings && middle > span.from
  if (partial !== 'limit' || !isHalvable) {
    yield partial ? { ...page, gaps: [gapOf[partial]] } : page
    return
  }
  yield { ...page, rows: [] }
  const half = (condition: string, of: Window) =>
    answer(ask, { ...query, kql: narrowed(query.kql, condition) }, shape, of, halvings + 1)
  const cut = literal('datetime', middle)
  const halves = [
    half(`TimeGenerated < ${cut}`, { from: span.from, to: middle }),
    half(`TimeGenerated >= ${cut}`, { from: middle, to: span.to }),
  ]
  yield* merged(halves, shape.order)
}

const gapOf: Readonly<Record<Partial, Warning>> = {
  limit: {
    code: 'partial',
    message: 'Log Analytics cut the answer off: it has more than 500,000 rows or 64,000,000 bytes.',
    hint: 'Ask for fewer machines or a shorter time.',
  },
  memory: {
    code: 'partial',
    message: 'Log Analytics gave a part of the answer: the whole takes more memory or time than a query may have.',
    hint: 'Ask for fewer machines or a shorter time.',
  },
  other: {
    code: 'partial',
    message: 'Log Analytics gave a part of the answer, because it failed on the way.',
    hint: 'Ask again; if that does not help, for fewer machines or a shorter time.',
  },
}
