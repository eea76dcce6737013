import { labels, sandbox, scope, type Label } from '@infra-analysis/sandbox'
import { parseFaults } from '@infra-analysis/sandbox/server'
import { expect, test } from 'vitest'
import { analysisOf, annotations, catalog, connect, type Fleet, run } from '../src/index.ts'
import { clock } from './clock.ts'
import { guid, readable, wired } from './served.ts'
import { entry, from, hoursAgo, idOf, knowing, machine, recorded, withLogs, workspace } from './workspace.ts'

const fleet = connect(sandbox())
const place = { workspaces: [scope.workspace] }
const partial = { code: 'partial', message: expect.any(String), hint: expect.any(String) }

test('every analysis answers, in process and over the wire alike', async () => {
  const options = { machines: 20, sampling: 60 }
  const { source } = await wired(options)
  for (const analysis of catalog) {
    const here = await run(analysis, {}, { source: sandbox(options), scope: place })
    const there = await run(analysis, {}, { source, scope: place })
    expect(here.rows.length).toBeGreaterThan(0)
    expect(there).toMatchObject({ rows: here.rows, complete: true })
  }
})

test.each([
  [1001, 2],
  [2500, 3],
])('%i servers of several subscriptions arrive whole, each once, on %i pages', async (count, pages) => {
  const isReadable = ({ id }: { readonly id: string }) => readable.some((one) => id.toLowerCase().includes(one))
  const { source } = await wired({
    machines: 2 * count,
    change: (machines) => machines.filter(isReadable).slice(0, count),
  })
  const { rows, evidence } = await connect(source, { subscriptions: readable }).run('server-metadata')
  expect(rows).toHaveLength(count)
  expect(new Set(rows.map(({ machineId }) => machineId)).size).toBe(count)
  expect(new Set(rows.map(({ subscriptionId }) => subscriptionId)).size).toBeGreaterThan(1)
  expect(evidence).toMatchObject([{ rows: count, pages }])
})

test('servers are those of Azure and of Azure Arc; a subnet is no address; who was never assessed is in the answer', async () => {
  const { rows: servers } = await fleet.run('server-metadata')
  expect(new Set(servers.map(({ machineKind }) => machineKind))).toEqual(new Set(['arc', 'azure']))
  expect(servers.flatMap(({ ipAddresses }) => ipAddresses).filter((address) => address.includes('/'))).toEqual([])
  expect(servers.flatMap(({ subnets }) => subnets).filter((subnet) => !subnet.includes('/'))).toEqual([])

  const { rows: patched } = await fleet.run('patching-level')
  expect(patched.map(({ machineId }) => machineId)).toEqual(servers.map(({ machineId }) => machineId))
  const unknown = patched.filter(({ compliance }) => compliance === 'NotAssessed')
  expect(unknown.map(({ name }) => name)).toContain('UTR-PAY01')
  expect(unknown.filter(({ assessedAt, missingPatches }) => assessedAt ?? missingPatches)).toEqual([])
  const known = patched.filter(({ compliance }) => compliance === 'NonCompliant')
  expect(known.filter(({ assessedAt, rebootPending }) => assessedAt === null || rebootPending === null)).toEqual([])
})

test('a row is an instance, however many databases it has; sizes are numbers; components come on request', async () => {
  const { rows } = await fleet.run('sql-metadata')
  expect(new Set(rows.map(({ instanceId }) => instanceId)).size).toBe(rows.length)
  expect(rows.filter(({ host }) => host === 'GDN-SQL01')).toMatchObject([
    { instance: 'MSSQLSERVER', userDatabases: 7, totalSizeMB: 125_689 },
    { instance: 'DEV', userDatabases: 2 },
  ])
  expect(new Set(rows.map(({ serviceType }) => serviceType))).toEqual(new Set(['Engine']))
  const { rows: components } = await fleet.run('sql-metadata', { serviceTypes: ['SSAS', 'SSIS', 'SSRS'] })
  expect(new Set(components.map(({ serviceType }) => serviceType))).toEqual(new Set(['SSAS', 'SSIS', 'SSRS']))
})

test('every instance is judged by its newest run, whatever its name and in either generation of severities', async () => {
  const { rows: findings } = await fleet.run('sql-best-practices')
  const { rows: runs } = await fleet.run('sql-best-practices', {}, { view: 'runs' })
  const open = findings.filter(({ status }) => status !== 'Resolved')
  const newest = runs.filter(({ isNewest }) => isNewest)
  expect(newest.map(({ instance }) => instance)).toEqual(expect.arrayContaining(['MSSQLSERVER', 'HISTORIAN', 'MES']))
  expect(newest.length).toBeLessThan(runs.length)
  expect(new Set(open.map(({ runId }) => runId))).toEqual(new Set(newest.map(({ runId }) => runId)))
  for (const { runId, high, medium, low, information } of newest) {
    const count = (word: string) => open.filter((row) => row.runId === runId && row.severity === word).length
    expect(['High', 'Medium', 'Low', 'Information'].map(count)).toEqual([high, medium, low, information])
  }

  const old = open.filter(({ machine: name }) => name === 'TRD-HIST01')
  expect(new Set(old.map(({ severity }) => severity))).toEqual(new Set(['High', 'Medium']))
  expect(old.filter(({ status }) => status === 'Persisting').length).toBeGreaterThan(20)
})

test('recommendations are there at any score and in any number; what was mended is gone; what is cut off is said to be', async () => {
  const result = (object: string, days: number, RecommendationResult: string) => ({
    ...from('srv1'),
    TimeGenerated: hoursAgo(24 * days),
    Server: 'srv1.contoso.com',
    RecommendationId: guid(1),
    RecommendationResult,
    RecommendationScore: 20,
    AffectedObjectUniqueName: object,
  })
  const many = Array.from({ length: 600 }, (_, i) => result(`share ${i}`, 5, 'Failed'))
  const logs = [...many, result('mended', 12, 'Failed'), result('mended', 5, 'Passed')]
  const server = connect(withLogs({ WindowsServerAssessmentRecommendation: logs }, knowing([machine('srv1')])))
  const { rows } = await server.run('windows-best-practices')
  expect(rows).toHaveLength(600)
  expect(rows.filter(({ score, objectName }) => score !== 20 || objectName === 'mended')).toEqual([])

  const { source } = await wired({ machines: 20, caps: { rows: 10 } })
  const cut = await connect(source, place).run('windows-best-practices')
  expect(cut).toMatchObject({ complete: false, warnings: expect.arrayContaining([partial]) })
})

test('software is what is there now, on the machine of any spelling; a hostile name is a name; updates come on request', async () => {
  const hostile = `x' or 1 == 1 // "\\`
  const update = { SoftwareType: 'Update' }
  const inventory = [
    ...['Stays', 'Gone', 'Went', hostile].map((software) => entry('srv1', 5, software, '1')),
    entry('srv1', 5, 'Update (KB1)', '', update),
    entry('srv2', 5, 'Other', '1'),
  ]
  const changes = [
    recorded('srv1', 4, 'Added', hostile, '', '1'),
    recorded('srv1', 3, 'Removed', 'GONE', '1', ''),
    recorded('srv1', 2, 'Removed', 'went', '', '1'),
    { ...recorded('srv1', 1, 'Added', 'Update (KB1)', '', ''), ...update },
    recorded('srv2', 1, 'Added', 'Other', '', '1'),
  ]
  const source = workspace(inventory, changes, [machine('srv1'), machine('srv2')])
  const software = async (id: string, input: object) =>
    (await run(analysisOf(id), input, { source, scope: {} })).rows.map((row) => row['software'])

  for (const name of ['SRV1', 'srv1.contoso.com', idOf('srv1').toUpperCase()]) {
    expect(await software('software-inventory', { machines: [name] })).toEqual(['Stays', hostile])
    expect(await software('software-changes', { machines: [name] })).toEqual(['Update (KB1)', 'went', 'GONE', hostile])
  }
  for (const id of ['software-inventory', 'software-changes']) {
    expect(await software(id, { software: hostile.toUpperCase() })).toEqual([hostile])
    await expect(software(id, { machines: [hostile] })).rejects.toMatchObject({ code: 'InvalidInput' })
    expect(await software(id, { softwareTypes: ['Update'] })).toEqual(['Update (KB1)'])
  }
})

test('the time asked for is the time sent, in UTC and whole; one that nobody can read is an error', async () => {
  const { source, sent } = await wired({ machines: 3, sampling: 60 })
  for (const analysis of catalog.filter(({ engine }) => engine === 'log-analytics')) {
    await run(analysis, { timespan: '90d' }, { source, scope: place })
    const wrong = run(analysis, { timespan: 'ninety days' }, { source, scope: place })
    await expect(wrong).rejects.toMatchObject({ code: 'InvalidInput' })
  }
  const asked = sent.filter(({ url }) => url.includes('/workspaces/'))
  expect(asked.length).toBeGreaterThan(5)
  for (const { body } of asked) {
    const [start = 0, end = 0] = (body.timespan ?? '').split('/').map((time) => Date.parse(time))
    const times = [...body.query.matchAll(/datetime\((\d[^)]*Z)\)/g)].map(([, time = '']) => Date.parse(time))
    expect([start, end]).toEqual([clock.getTime() - 90 * 86_400_000, clock.getTime()])
    expect(times).toContain(end)
    expect(times.filter((time) => time < start || time > end)).toEqual([])
    expect(body.query).not.toMatch(/\b(now|ago|datetime_utc_to_local)\(/)
  }
})

test('an anomaly says what was expected; an empty disk, bytes and gaps are none, and a disk that stays full is a breach', async () => {
  const hourly = connect(sandbox({ sampling: 60 }))
  const { rows } = await hourly.run('anomalies')
  const about = (label: Label) =>
    rows.filter(({ machineId, metric }) => machineId === label.machineId && metric === label.metric)
  const told = (...kinds: readonly string[]) => labels().filter(({ kind }) => kinds.includes(kind))

  const unusual = rows.filter(({ kind }) => kind === 'anomaly')
  expect(unusual.length).toBeGreaterThan(0)
  for (const { peakPercent, expectedPercent, deltaPoints, score } of unusual) {
    expect([peakPercent, expectedPercent, deltaPoints, score].filter((value) => value === null)).toEqual([])
  }
  const quiet = told('disk-empty', 'silence', 'resize')
  expect(new Set(quiet.map(({ kind }) => kind)).size).toBe(3)
  expect(quiet.flatMap(about)).toEqual([])
  const full = told('disk-full')
  expect(full.length).toBeGreaterThan(0)
  expect(full.map((label) => about(label).map(({ kind }) => kind))).toEqual(full.map(() => ['breach']))

  const { rows: disks } = await hourly.run('anomalies', {}, { view: 'disks' })
  const shares = disks.map(({ usedPercent }) => Number(usedPercent))
  expect(shares.filter((share) => !(share > 0 && share < 100))).toEqual([])
})

test('an error says who can mend it and how; an answer that lacks something is incomplete; nothing is written', async () => {
  const behind = async (faults: string): Promise<Fleet> =>
    connect((await wired({ machines: 20, faults: parseFaults(faults) })).source, place)
  for (const [fault, code] of Object.entries({
    '401:always': 'SignInRequired',
    '403:always': 'AccessDenied',
    '429:always': 'Throttled',
    '500:always': 'ServiceUnavailable',
  })) {
    const asked = (await behind(fault)).run('patching-level')
    await expect(asked).rejects.toMatchObject({ name: 'InfraError', code, hint: expect.stringMatching(/\w/) })
  }
  const lacking = await (await behind('partial:always@log-analytics')).run('software-changes')
  expect(lacking).toMatchObject({ complete: false, warnings: expect.arrayContaining([partial]) })
  expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false })
})
