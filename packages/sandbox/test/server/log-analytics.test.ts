import { describe, expect, test } from 'vitest'
import { scope, tables } from '../../src/index.ts'
import { records, text } from '../records.ts'
import { askLogs, logPath, post, quickTimer, serving, sharedServer } from './serving.ts'

const branches = scope.branchWorkspace
const recently = { timespan: 'PT6H' }
const countMachines = 'Heartbeat | summarize machines = dcount(_ResourceId)'

describe('the request', () => {
  test.each([
    ['another path', '/v1/workspaces', 404],
    ['another version', logPath().replace('v1', 'v2'), 404],
  ])('%s', async (_, path, status) => {
    expect((await post(await sharedServer(), path, { query: 'print 1' })).status).toBe(status)
  })

  test.each([
    ['no content', '', {}],
    ['no content type', '{"query":"print 1"}', { 'content-type': '' }],
  ])('%s has an empty answer', async (_, body, headers) => {
    expect(await post(await sharedServer(), logPath(), body, headers)).toMatchObject({ status: 200, text: '' })
  })

  test.each([
    ['no JSON', 'nonsense'],
    ['no query', {}],
    ['no time span', { query: 'print 1', timespan: 'yesterday' }],
    ['more than 100 workspaces', { query: 'print 1', workspaces: Array.from({ length: 100 }, (_, i) => `w${i}`) }],
  ])('%s is refused', async (_, body) => {
    const answer = await post(await sharedServer(), logPath(), body)
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'BadArgumentError', innererror: {} } } })
  })
})

describe('where to look', () => {
  const machinesAt = async (path: string, body: object = {}) => {
    const answer = await post(await sharedServer(), path, { query: countMachines, ...recently, ...body })
    return answer.status === 200 ? answer.body.tables[0].rows[0][0] : answer.status
  }
  const workspace = (name: string) =>
    `/v1/subscriptions/3d7e5f28-1b9c-4a47-8f63-8e2c4d7a9b31/resourceGroups/rg-monitoring/providers/Microsoft.OperationalInsights/workspaces/${name}/query`

  test('a workspace by its GUID, or by its ARM id in any case', async () => {
    const few = await machinesAt(logPath(branches))
    expect(few).toBeGreaterThan(2)
    expect(await machinesAt(workspace('log-northwind-branches'))).toBe(few)
    expect(await machinesAt(workspace('LOG-NORTHWIND-BRANCHES'))).toBe(few)
    expect(await machinesAt(logPath())).toBeGreaterThan(few)
  })

  test('several workspaces', async () => {
    const rows = async (workspaces: readonly string[]) => {
      const answer = await post(await sharedServer(), logPath(branches), {
        query: 'Heartbeat | count',
        ...recently,
        workspaces,
      })
      return answer.body.tables[0].rows[0][0]
    }
    expect(await rows([scope.workspace])).toBeGreaterThan(await rows([]))
  })

  test('a machine, or what it lies in, with or without a slash', async () => {
    const [machine = ''] = records(tables().resources())
      .filter((row) => row['name'] === 'UTR-SQLERP01' && text(row, 'type') === 'microsoft.hybridcompute/machines')
      .map((row) => text(row, 'id'))
    const group = machine.split('/').slice(0, 5).join('/')
    expect(await machinesAt(`/v1${machine.toLowerCase()}/query`)).toBe(1)
    expect(await machinesAt(`/v1/${machine}/query`)).toBe(1)
    expect(await machinesAt(`/v1${group}/query`)).toBeGreaterThan(5)
    expect(await machinesAt(`/v1${machine}0/query`)).toBe(404)
    expect(await machinesAt(`/v1/subscriptions/${scope.unreadable[0]}/query`)).toBe(403)
  })

  test.each([
    ['unknown', '00000000-0000-0000-0000-000000000000', 404, 'WorkspaceNotFoundError'],
    ['not readable', scope.unreadableWorkspace, 403, 'InsufficientAccessError'],
  ])('a workspace that is %s', async (_, id, status, code) => {
    expect(await post(await sharedServer(), logPath(id), { query: 'print 1' })).toMatchObject({
      status,
      body: { error: { code } },
    })
    expect(await machinesAt(logPath(), { workspaces: [id] })).toBe(status)
  })

  test('a workspace without data has no content', async () => {
    const answer = await post(await sharedServer(), logPath(scope.emptyWorkspace), { query: 'Heartbeat' })
    expect(answer).toMatchObject({ status: 204, text: '' })
  })

  test('nearly every resource is spelt otherwise than in Resource Graph', async () => {
    const { body } = await askLogs(
      await sharedServer(),
      'Heartbeat | distinct _ResourceId | where isnotempty(_ResourceId)',
      recently,
    )
    const known = new Set(records(tables().resources()).map((row) => text(row, 'id')))
    const ids: string[] = body.tables[0].rows.flat()
    expect(ids.length).toBeGreaterThan(30)
    expect(ids.filter((id) => known.has(id)).length).toBeLessThan(3)
  })
})

describe('the time span', () => {
  const edges = 'Heartbeat | summarize earliest = min(TimeGenerated), latest = max(TimeGenerated)'
  const hour = 3_600_000
  const [at9, at3] = [Date.parse('2026-11-20T09:00:00Z'), Date.parse('2026-11-20T03:00:00Z')]

  test.each([
    ['PT6H', at3, at9],
    ['2026-11-20T03:00:00Z/2026-11-20T05:00:00Z', at3, at3 + 2 * hour],
    ['2026-11-20T03:00:00Z/PT2H', at3, at3 + 2 * hour],
    ['P0DT2H/2026-11-20T05:00:00.000Z', at3, at3 + 2 * hour],
    ['2026-11-20T04:00:00+01:00/2026-11-20T05:00', at3, at3 + 2 * hour],
  ])('%s', async (timespan, from, to) => {
    const { body } = await askLogs(await sharedServer(), edges, { timespan })
    const [first, last] = body.tables[0].rows[0].map((cell: string) => Date.parse(cell))
    expect(first).toBeGreaterThanOrEqual(from)
    expect(first).toBeLessThan(from + hour)
    expect(last).toBeGreaterThanOrEqual(to - hour)
    expect(last).toBeLessThan(to)
  })

  test('is intersected with the query’s own', async () => {
    const own = `Heartbeat | where TimeGenerated < datetime(2026-11-20T04:00) | summarize latest = max(TimeGenerated)`
    const { body } = await askLogs(await sharedServer(), own, { timespan: 'PT6H' })
    expect(body.tables[0].rows[0][0] < '2026-11-20T04').toBe(true)
  })
})

test('values', async () => {
  const query = `print n = 9007199254740993, r = 1.5, nan = real(nan), bag = dynamic({"a":[1]}), yes = true, at = datetime(2026-01-02 03:04:05.1234567),
    none = datetime(null), span = 1d, text = "", empty = dynamic(null)`
  const { text: body } = await askLogs(await sharedServer(), query)
  expect(body).toContain(
    '"rows":[[9007199254740993,1.5,"NaN","{\\"a\\":[1]}",true,"2026-01-02T03:04:05.1234567Z",null,"1.00:00:00","",null]]',
  )
})

describe('what a caller prefers', () => {
  test('nothing', async () => {
    expect(Object.keys((await askLogs(await sharedServer(), 'print 1')).body)).toEqual(['tables'])
  })

  test('statistics and rendering', async () => {
    const prefer = 'wait=30,include-statistics=true,include-render=true'
    const { body } = await askLogs(await sharedServer(), 'Heartbeat | count | render timechart', recently, { prefer })
    const [[count]] = body.tables[0].rows
    expect(body.statistics.query).toMatchObject({
      executionTime: expect.any(Number),
      resourceUsage: { cpu: { 'total cpu': expect.any(String) } },
      inputDatasetStatistics: { extents: { scanned: 1 }, rows: { total: count, scanned: count } },
      datasetStatistics: [{ tableRowCount: 1 }],
    })
    expect(body.render).toMatchObject({ visualization: 'timechart' })
  })

  test('to wait no longer than so many seconds', async () => {
    const [timer, faults] = [quickTimer(), [{ kind: 'late', milliseconds: 60_000, times: Infinity } as const]]
    const served = await serving({ timer, faults })
    expect(await askLogs(served, 'print 1', {}, { prefer: 'wait=5' })).toMatchObject({
      status: 504,
      body: { error: { code: 'GatewayTimeout' } },
    })
    expect(timer.now()).toBe(5000)
    expect((await askLogs(served, 'print 1', {}, { prefer: 'wait=90' })).status).toBe(200)
    expect((await askLogs(served, 'print 1')).status).toBe(200)
  })
})

describe('errors of a query', () => {
  test.each([
    [
      'an absent table',
      'WindowsServerAssessmentRecommendation',
      'SemanticError',
      'SEM0100',
      /named 'WindowsServerAssess/,
    ],
    ['an unknown column', 'Heartbeat | where nope == 1', 'SemanticError', 'SEM0100', /named 'nope'/],
    ['syntax', 'Heartbeat | foo', 'SyntaxError', 'SYN0002', /'foo' on line \[1,13\]/],
  ])('%s', async (_, query, kind, code, message) => {
    const { status, body } = await post(await sharedServer(), logPath(branches), { query })
    expect(status).toBe(400)
    expect(body.error).toMatchObject({ code: 'BadArgumentError', innererror: { code: kind, innererror: { code } } })
    expect(body.error.innererror.innererror.message).toMatch(message)
  })

  test('syntax has its place', async () => {
    const { body } = await askLogs(await sharedServer(), 'Heartbeat\n| foo')
    expect(body.error.innererror.innererror).toMatchObject({ line: 2, pos: 3, token: 'foo' })
  })

  test('what the engine lacks is not implemented', async () => {
    const answer = await askLogs(await sharedServer(), 'print parse_xml("<a/>")')
    expect(answer).toMatchObject({ status: 501, body: { error: { code: 'UnsupportedKql' } } })
  })
})

describe('an answer above a cap is partial', () => {
  test.each([
    ['rows', { rows: 5 }, 5, /limit of 5 records/],
    ['bytes', { bytes: 30 }, 10, /limit of 30 bytes/],
  ])('%s', async (_, caps, count, message) => {
    const { status, body } = await askLogs(await serving({ caps }), 'range n from 0 to 19 step 1')
    expect(status).toBe(200)
    expect(body.tables[0].rows).toEqual(Array.from({ length: count }, (_unused, n) => [n]))
    expect(body.error.code).toBe('PartialError')
    expect(body.error.details[0].innererror.message).toMatch(message)
  })

  test('and whole below it', async () => {
    const { body } = await askLogs(await serving({ caps: { rows: 20 } }), 'range n from 0 to 19 step 1')
    expect(body).not.toHaveProperty('error')
    expect(body.tables[0].rows).toHaveLength(20)
  })
})

test('many rows arrive in one piece', async () => {
  const { body } = await askLogs(await sharedServer(), 'range n from 1 to 12345 step 1')
  expect(body.tables[0].rows.map(([n]: [number]) => n)).toEqual(Array.from({ length: 12345 }, (_, i) => i + 1))
})

test('more than 200 requests within 30 seconds are too many', async () => {
  const timer = quickTimer()
  const served = await serving({ timer })
  const statuses = new Set<number>()
  for (let i = 0; i < 200; i++) statuses.add((await post(served, logPath(), '')).status)
  expect([...statuses]).toEqual([200])
  expect(await askLogs(served, 'print 1')).toMatchObject({ status: 429, body: { error: { code: 'ThrottledError' } } })
  await timer.sleep(30_000)
  expect((await askLogs(served, 'print 1')).status).toBe(200)
})

test('a batch is answered in another order', async () => {
  const requests = ['print "A"', 'Nope', 'print "B"'].map((query, i) => ({
    id: `${i}`,
    workspace: branches,
    body: { query },
  }))
  const { body } = await post(await sharedServer(), '/v1/$batch', { requests })
  expect(body.responses).toMatchObject([
    { id: '2', status: 200, body: { tables: [{ rows: [['B']] }] } },
    { id: '1', status: 400, body: { error: { code: 'BadArgumentError' } } },
    { id: '0', status: 200, body: { tables: [{ rows: [['A']] }] } },
  ])
})
