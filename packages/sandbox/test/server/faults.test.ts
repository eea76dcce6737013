import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { faultKinds, parseFaults } from '../../src/server/index.ts'
import { askGraph, askLogs, graphPath, post, quickTimer, serving, type Answer } from './serving.ts'

describe('rules', () => {
  test.each([
    ['429:3@resource-graph', { kind: 'status', status: 429, times: 3, engine: 'resource-graph' }],
    ['429=2s', { kind: 'status', status: 429, milliseconds: 2000, times: 1 }],
    ['500@page2', { kind: 'status', status: 500, times: 1, page: 2 }],
    ['401-once', { kind: 'status', status: 401, times: 1 }],
    ['cut@page3', { kind: 'cut', times: 1, page: 3 }],
    ['slow=50ms', { kind: 'slow', milliseconds: 50, times: Infinity }],
    ['late=2s:1@log-analytics', { kind: 'late', milliseconds: 2000, times: 1, engine: 'log-analytics' }],
    ['truncate:always', { kind: 'truncate', times: Infinity }],
    ['html=403:2', { kind: 'html', status: 403, times: 2 }],
    ['expired-skip-token', { kind: 'expired-skip-token', times: 1 }],
    ['changed-data@resource-graph@page2', { kind: 'changed-data', times: 1, engine: 'resource-graph', page: 2 }],
  ])('%s', (text, fault) => {
    expect(parseFaults(text)).toEqual([fault])
  })

  test('stand with commas between them', () => {
    expect(parseFaults(' cut@page3, slow=50ms ,').map(({ kind }) => kind)).toEqual(['cut', 'slow'])
    expect(parseFaults('')).toEqual([])
  })

  test.each([
    '200',
    'nonsense',
    'slow',
    'cut=50ms',
    'slow=50',
    'cut@page0',
    'cut@nowhere',
    '429:',
    'cut:-1',
    'cut=5',
    '429=5',
    'html=5s',
  ])('%s is none', (text) => {
    expect(() => parseFaults(text)).toThrow(
      expect.objectContaining({ code: 'InvalidInput', hint: expect.stringContaining('cut') }),
    )
  })
})

test('the README shows every kind of fault', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  expect(faultKinds.filter((kind) => !new RegExp(`\`${kind}\\b`).test(readme))).toEqual([])
})

const ids = 'resources | project id | order by id asc'
const withFaults = (faults: string) => serving({ machines: 20, timer: quickTimer(), faults: parseFaults(faults) })
const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status)

describe('an error status', () => {
  test('as often as the rule says, on its engine', async () => {
    const served = await withFaults('429:2@resource-graph')
    const answers = [await askLogs(served, 'print 1')]
    for (let i = 0; i < 3; i++) answers.push(await askGraph(served, ids))
    expect(statuses(answers)).toEqual([200, 429, 429, 200])
    const { headers, body } = answers[1] as Answer
    expect(headers.get('retry-after')).toBeNull()
    expect(headers.get('x-ms-user-quota-remaining')).toBe('0')
    expect(headers.get('x-ms-user-quota-resets-after')).toBe('00:00:05')
    expect(body.error.code).toBe('RateLimiting')
  })

  test('one rule after the other, delays with each of them', async () => {
    const timer = quickTimer()
    const served = await serving({ timer, faults: parseFaults('late=1s,429:2,503') })
    const answers: Answer[] = []
    for (let i = 0; i < 4; i++) answers.push(await askGraph(served, ids))
    expect(statuses(answers)).toEqual([429, 429, 503, 200])
    expect(timer.now()).toBe(4000)
  })

  test('with Retry-After when the rule has a wait', async () => {
    expect((await askLogs(await withFaults('503=2s'), 'print 1')).headers.get('retry-after')).toBe('2')
  })

  test('on one page', async () => {
    const served = await withFaults('500@page2')
    const { status, body } = await askGraph(served, ids)
    const later = () => askGraph(served, ids, { $skipToken: body.$skipToken })
    expect([status, ...statuses([await later(), await later()])]).toEqual([200, 500, 200])
    expect(served.requests.map(({ page, status: answered }) => [page, answered])).toEqual([
      [1, 200],
      [2, 500],
      [2, 200],
    ])
  })

  test('401 asks for another token', async () => {
    const served = await withFaults('401-once')
    const answer = await askGraph(served, ids)
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toContain('Bearer')
    expect((await askGraph(served, ids)).status).toBe(200)
  })
})

describe('a broken answer', () => {
  test('cut: the connection ends in the middle', async () => {
    const served = await withFaults('cut:2')
    await expect(askGraph(served, ids)).rejects.toThrow(TypeError)
    await expect(askLogs(served, 'range n from 1 to 1000 step 1')).rejects.toThrow(TypeError)
    expect((await askGraph(served, ids)).status).toBe(200)
  })

  test('reset: the connection ends before', async () => {
    const served = await withFaults('reset')
    await expect(askGraph(served, ids)).rejects.toThrow(TypeError)
    expect((await askGraph(served, ids)).status).toBe(200)
  })

  test('truncate: half of the body', async () => {
    const served = await withFaults('truncate')
    const [half, whole] = [await askGraph(served, ids), await askGraph(served, ids)]
    expect(half.status).toBe(200)
    expect(whole.text.startsWith(half.text)).toBe(true)
    expect(half.text).toHaveLength(Math.floor(whole.text.length / 2))
  })

  test('html and empty: no answer of Azure, with or without an error status', async () => {
    const served = await withFaults('html,html=403,empty=403,empty')
    const [page, forbidden] = [await askGraph(served, ids), await askGraph(served, ids)]
    expect(statuses([page, forbidden])).toEqual([200, 403])
    for (const { text, headers } of [page, forbidden]) {
      expect(text).toContain('<!doctype html>')
      expect(headers.get('content-type')).toBe('text/html')
    }
    expect(await askLogs(served, 'print 1')).toMatchObject({ status: 403, text: '{}' })
    expect(await askLogs(served, 'print 1')).toMatchObject({ status: 200, text: '{}' })
  })

  test('slow: all of it, a piece at a time', async () => {
    const timer = quickTimer()
    const served = await serving({ timer, faults: parseFaults('slow=50ms') })
    const { body } = await askGraph(served, ids)
    expect(body.data).toHaveLength(100)
    expect(timer.now()).toBe(8 * 50)
  })
})

describe('what is wrong with the data', () => {
  const second = async (faults: string) => {
    const served = await withFaults(faults)
    const { body: first } = await askGraph(served, ids)
    const page = () => askGraph(served, ids, { $skipToken: first.$skipToken })
    return { first, page }
  }
  const idsOf = (body: Answer['body']): string[] => body.data.map(({ id }: { id: string }) => id)

  test('an expired skip token', async () => {
    const { page } = await second('expired-skip-token')
    expect(await page()).toMatchObject({ status: 400, body: { error: { details: [{ code: 'InvalidSkipToken' }] } } })
    expect((await page()).status).toBe(200)
  })

  test('a row came: the last row of a page comes again', async () => {
    const { first, page } = await second('changed-data')
    const { body } = await page()
    expect(idsOf(body)[0]).toBe(idsOf(first).at(-1))
    expect(body.totalRecords).toBe(first.totalRecords + 1)
  })

  test('a row went: another one is never shown', async () => {
    const { first, page } = await second('removed-data')
    const { body } = await page()
    const { body: unharmed } = await page()
    expect(idsOf(body)[0]).toBe(idsOf(unharmed)[1])
    expect(body.totalRecords).toBe(first.totalRecords - 1)
  })

  test('partial: half of the rows, and each service says so in its way', async () => {
    const served = await withFaults('partial@resource-graph,partial@log-analytics')
    const { body: graph } = await askGraph(served, ids)
    expect(graph).toMatchObject({ count: 50, resultTruncated: 'true' })
    expect(graph).not.toHaveProperty('$skipToken')
    const { body: logs } = await askLogs(served, 'range n from 1 to 10 step 1')
    expect(logs.tables[0].rows).toHaveLength(5)
    expect(logs.error.code).toBe('PartialError')
  })
})

test('without a good token nothing is answered, in either service', async () => {
  const served = await serving({ tokenPrefix: 'test-' })
  const ask = (authorization: string) => post(served, graphPath, { query: ids }, { authorization })
  const answers = [await ask(''), await ask('Bearer other'), await ask(`Basic ${served.token}`)]
  expect(statuses(answers)).toEqual([401, 401, 401])
  expect(answers[0]?.headers.get('www-authenticate')).toContain('Bearer')
  expect(statuses([await ask('Bearer test-1'), await ask(`Bearer ${served.token}`)])).toEqual([200, 200])
  const logs = await askLogs(served, 'print 1', {}, { authorization: 'Bearer other' })
  expect(logs).toMatchObject({ status: 401, body: { error: { code: 'AuthenticationFailed' } } })
})

test('a caller who goes ends the work on the answer', async () => {
  const [stop, working] = [new AbortController(), new AbortController()]
  const sleep = async (_: number, signal: AbortSignal) => {
    signal.addEventListener('abort', () => working.abort())
    stop.abort()
    await once(working.signal, 'abort')
    signal.throwIfAborted()
  }
  const { url, token, requests } = await serving({ timer: { now: () => 0, sleep }, faults: parseFaults('late=1s') })
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const asked = fetch(url + graphPath, { method: 'POST', headers, body: '{}', signal: stop.signal })
  await expect(asked).rejects.toThrow('aborted')
  if (!working.signal.aborted) await once(working.signal, 'abort')
  expect(requests).toEqual([])
})

test('every answer waits a little, at most as long as it is told', async () => {
  const timer = quickTimer()
  const served = await serving({ timer, delayMs: 20 })
  await askLogs(served, 'print 1')
  expect(timer.now()).toBeGreaterThan(0)
  expect(timer.now()).toBeLessThan(20)
})
