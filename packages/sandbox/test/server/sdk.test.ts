import { ResourceGraphClient } from '@azure/arm-resourcegraph'
import { createDefaultHttpClient, type HttpClient } from '@azure/core-rest-pipeline'
import { LogsQueryClient, LogsQueryResultStatus } from '@azure/monitor-query'
import { describe, expect, test } from 'vitest'
import { scope } from '../../src/index.ts'
import { parseFaults, type Served } from '../../src/server/index.ts'
import { serving, sharedServer } from './serving.ts'

const client = createDefaultHttpClient()

/** Sends what is meant for Azure to the server. */
const loopback = ({ url }: Served): HttpClient => ({
  async sendRequest(request) {
    const { href } = new URL(request.url)
    const { pathname, search } = new URL(href)
    request.url = url + pathname + search
    request.allowInsecureConnection = true
    try {
      return await client.sendRequest(request)
    } finally {
      request.url = href
    }
  },
})

const retryOptions = { maxRetries: 3, retryDelayInMs: 1, maxRetryDelayInMs: 1 }
const credential = ({ token }: Served) => ({
  getToken: () => Promise.resolve({ token, expiresOnTimestamp: Date.now() + 3_600_000 }),
})
const graph = (served: Served) =>
  new ResourceGraphClient(credential(served), { httpClient: loopback(served), retryOptions })
const logs = (served: Served) => new LogsQueryClient(credential(served), { httpClient: loopback(served), retryOptions })

const withFaults = (faults: string) => serving({ machines: 20, faults: parseFaults(faults) })
const ids = 'resources | project id | order by id asc'
const lastHour = { duration: 'PT1H' }

describe('the client of Resource Graph', () => {
  test('pages to the end', async () => {
    const served = await serving({ machines: 300 })
    const found: unknown[] = []
    let total = 0
    let skipToken: string | undefined
    do {
      const page = await graph(served).resources({
        query: ids,
        options: { top: 1000, resultFormat: 'objectArray', ...(skipToken && { skipToken }) },
      })
      found.push(...(page.data as unknown[]))
      total = page.totalRecords
      skipToken = page.skipToken
    } while (skipToken)
    expect(total).toBeGreaterThan(1000)
    expect(found).toHaveLength(total)
    expect(new Set(found.map((row) => JSON.stringify(row))).size).toBe(found.length)
  })

  test.each(['500:2', 'reset', '503:2'])('overcomes %s', async (faults) => {
    const served = await withFaults(faults.replace('503', '503=0s'))
    expect((await graph(served).resources({ query: ids })).count).toBe(100)
    expect(served.requests.length).toBeGreaterThan(1)
  })

  test('reads the errors of a query', async () => {
    const asked = graph(await sharedServer()).resources({ query: 'resources | foo' })
    await expect(asked).rejects.toMatchObject({
      statusCode: 400,
      code: 'BadRequest',
      details: { error: { details: [{ code: 'InvalidQuery' }, { code: 'ParserFailure' }] } },
    })
  })

  test('does not ask again after 429 without Retry-After', async () => {
    const served = await withFaults('429')
    await expect(graph(served).resources({ query: ids })).rejects.toMatchObject({
      statusCode: 429,
      code: 'RateLimiting',
    })
    expect(served.requests).toHaveLength(1)
  })

  test.each([
    ['truncate', { code: 'PARSE_ERROR' }],
    ['401', { statusCode: 401 }],
  ])('fails on %s', async (faults, error) => {
    await expect(graph(await withFaults(faults)).resources({ query: ids })).rejects.toMatchObject(error)
  })

  test('stops at once when it is told to', async () => {
    const served = await withFaults('late=60s')
    const stop = new AbortController()
    const asked = graph(served).resources({ query: ids }, { abortSignal: stop.signal })
    setTimeout(() => stop.abort(), 20)
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('the client of Log Analytics', () => {
  const kql = 'Heartbeat | summarize machines = dcount(_ResourceId)'

  test('queries a workspace, and a resource', async () => {
    const served = await sharedServer()
    const all = await logs(served).queryWorkspace(scope.workspace, kql, lastHour)
    const some = await logs(served).queryResource(`/subscriptions/${scope.subscriptions[0]}`, kql, lastHour)
    const machines = [all, some].map((result) => ('tables' in result ? Number(result.tables[0]?.rows[0]?.[0]) : NaN))
    expect(all.status).toBe(LogsQueryResultStatus.Success)
    expect(machines[0]).toBeGreaterThan(machines[1] ?? NaN)
    expect(machines[1]).toBeGreaterThan(5)
  })

  test('sees a partial answer', async () => {
    const result = await logs(await withFaults('partial')).queryWorkspace(
      scope.workspace,
      'range n from 1 to 4 step 1',
      lastHour,
    )
    expect(result).toMatchObject({
      status: LogsQueryResultStatus.PartialFailure,
      partialError: { code: 'PartialError' },
      partialTables: [{ rows: [[1], [2]] }],
    })
  })

  test('reads the innermost cause of an error', async () => {
    const asked = logs(await sharedServer()).queryWorkspace(
      scope.branchWorkspace,
      'WindowsServerAssessmentRecommendation | count',
      lastHour,
    )
    await expect(asked).rejects.toMatchObject({
      statusCode: 400,
      details: { error: { innerError: { innerError: { code: 'SEM0100' } } } },
    })
  })

  test.each([
    [scope.unreadableWorkspace, 403, 'InsufficientAccessError'],
    ['00000000-0000-0000-0000-000000000000', 404, 'WorkspaceNotFoundError'],
  ])('is refused the workspace %s', async (id, statusCode, code) => {
    const asked = logs(await sharedServer()).queryWorkspace(id, kql, lastHour)
    await expect(asked).rejects.toMatchObject({ statusCode, code })
  })

  test('has statistics when it asks for them', async () => {
    const options = { includeQueryStatistics: true, includeVisualization: true, serverTimeoutInSeconds: 30 }
    const result = await logs(await sharedServer()).queryWorkspace(scope.workspace, kql, lastHour, options)
    expect(result).toMatchObject({ statistics: { query: { executionTime: expect.any(Number) } } })
  })
})
