import { KqlError, UnsupportedKql, type Table } from '@infra-analysis/kql'
import { evaluation, type TablesByName } from '../evaluation.ts'
import type { Caps } from '../pages.ts'
import { batchReply, isBatch } from './log-batch.ts'
import { invalidQuery, logAnalyticsError, logAnalyticsFailure } from './log-analytics-errors.ts'
import { logQuestion } from './log-analytics-request.ts'
import { logPage } from './log-page.ts'
import type { LogTablesOf } from './log-tables.ts'
import { preferenceOf } from './prefer.ts'
import type { Quota } from './quota.ts'
import type { Service } from './service.ts'
import type { Timer } from './timer.ts'
import { jsonText, Refusal, type WireRequest } from './wire.ts'

/** Log Analytics over the wire. */
export function logAnalytics(tablesOf: LogTablesOf, quota: Quota, caps: Caps, timer: Timer): Service {
  const answer: Service['answer'] = (request, faults) => {
    if (isBatch(request)) return batchReply(request, (one) => answer(one, faults))
    const question = logQuestion(request)
    const tables = tablesOf(question.targets, question.window)
    if (typeof tables === 'number') throw new Refusal(logAnalyticsFailure(tables, request))
    if (Object.keys(tables).length === 0) return { status: 204, body: [] }
    const started = timer.now()
    let rowsScanned = 0
    const counted = counting(tables, (rows) => (rowsScanned += rows))
    const table = evaluated(question.kql, counted, request)
    const executionMs = timer.now() - started
    return jsonText(200, logPage(table, question, { caps, isCut: faults.has('partial'), executionMs, rowsScanned }))
  }
  return {
    engine: 'log-analytics',
    quota,
    quotaHeaders: () => ({}),
    pageOf: () => 1,
    patienceOf: ({ headers }) => preferenceOf(headers['prefer']).waitMs,
    failure: logAnalyticsFailure,
    answer,
  }
}

/** The same tables, each telling how many rows it has when it is read. */
const counting = (tables: TablesByName, tell: (rows: number) => void): TablesByName =>
  Object.fromEntries(
    Object.entries(tables).map(([name, make]) => [
      name,
      () => {
        const table = make()
        tell('length' in table ? table.length : table.rows.length)
        return table
      },
    ]),
  )

function evaluated(kql: string, tables: TablesByName, request: WireRequest): Table {
  try {
    return evaluation(kql, 'log-analytics', tables)
  } catch (error) {
    if (error instanceof KqlError) throw invalidQuery(request, kql, error)
    if (!(error instanceof UnsupportedKql)) throw error
    throw new Refusal(logAnalyticsError(request, 501, 'UnsupportedKql', error.message))
  }
}
