import { check } from '@infra-analysis/kql'
import { sandbox, scope } from '@infra-analysis/sandbox'
import { parseFaults } from '@infra-analysis/sandbox/server'
import { describe, expect, test } from 'vitest'
import { queriesOf } from '../src/analysis.ts'
import { columnsOf } from '../src/columns.ts'
import { subscriptionsQuery } from '../src/doctor/access.ts'
import { feeds } from '../src/doctor/feeds.ts'
import { needs } from '../src/doctor/needs.ts'
import { workspaceQuery } from '../src/doctor/workspace.ts'
import { analyses, catalog, diagnose, tables, type Diagnosis, type Scope, type Source } from '../src/index.ts'
import { readable, wired } from './served.ts'

const queries = [subscriptionsQuery, workspaceQuery, ...feeds.map(({ query }) => query)]

describe.each(queries.map((query) => [query.name, query] as const))('%s.kql', (_, query) => {
  const checked = check(query.kql, tables[query.engine], query.engine)

  test('the official analyzer and the dialect accept it, with the declared columns', () => {
    expect(checked.diagnostics).toEqual([])
    expect(checked.columns).toEqual(columnsOf(query.row).map(({ name, type }) => ({ name, type })))
  })

  test('its first line says what one row is; it ends in a projection and a sort on a unique key', () => {
    expect(query.kql).toMatch(/^\/\/ One row is .+\.\n/)
    expect(query.kql).toMatch(/\n\| project .+\n\| order by \w+Id asc\n$/)
  })
})

describe.each(analyses.map((analysis) => [analysis.id, analysis] as const))('%s', (id, analysis) => {
  const needed = [...needs[id].must.flat(), ...needs[id].helps]
  const read = queriesOf(analysis as never).flatMap(({ kql, engine }) => check(kql, tables[engine], engine).tables)

  test('every table that it reads is checked', () => {
    expect(read.filter((table) => table !== 'resources' && !needed.includes(table))).toEqual([])
  })

  test('every table that it needs is one that it reads', () => {
    const checked = feeds.map(({ name }) => name).filter((name) => needed.includes(name))
    expect(checked.filter((name) => !read.includes(name.split(' ', 1)[0] ?? ''))).toEqual([])
  })
})

const source = sandbox()
const at = (where: Scope = {}, of: Source = source): Promise<Diagnosis> => diagnose({ source: of, scope: where })
const checkOf = ({ checks }: Diagnosis, name: string) => checks.find((one) => one.name === name)
const verdicts = (diagnosis: Diagnosis) => Object.fromEntries(diagnosis.verdicts.map((one) => [one.analysis, one]))
const inState = ({ verdicts: all }: Diagnosis, state: string) =>
  all.filter((one) => one.state === state).map(({ analysis }) => analysis)
const onGraph = catalog.filter(({ engine }) => engine === 'resource-graph').map(({ id }) => id)
const onLogs = catalog.filter(({ engine }) => engine === 'log-analytics').map(({ id }) => id)

describe('the sample fleet', () => {
  test('every analysis can run; what agents do not send is told', async () => {
    const diagnosis = await at()
    expect(diagnosis.code).toBeUndefined()
    expect(diagnosis.checks.filter(({ state }) => state === 'failed' || state === 'skipped')).toEqual([])
    expect(inState(diagnosis, 'runs')).toEqual(['server-metadata'])
    expect(inState(diagnosis, 'cannot')).toEqual([])
    expect(checkOf(diagnosis, 'Arc agent')).toMatchObject({ state: 'warning', mend: { command: 'azcmagent check' } })
    expect(checkOf(diagnosis, 'InsightsMetrics')).toMatchObject({
      state: 'ok',
      newestAt: '2026-11-20T08:59:59.0000000Z',
    })
    expect(verdicts(diagnosis)['anomalies']?.rights).toContain(
      'Microsoft.OperationalInsights/workspaces/query/InsightsMetrics/read',
    )
  })

  test('an extension that failed is named with the command that installs it again', async () => {
    const failing = sandbox({
      change: (machines) =>
        machines.map((machine) => ({
          ...machine,
          extensions: machine.extensions.map((one) => ({
            ...one,
            state: machine.name === 'GDN-DC01' && one.name === 'ChangeTracking-Windows' ? 'Failed' : 'Succeeded',
          })),
        })),
    })
    const found = checkOf(await at({}, failing), 'change tracking')
    expect(found).toMatchObject({ state: 'warning', detail: expect.stringContaining('it failed on 1: GDN-DC01.') })
    expect(found?.mend?.command).toMatch(
      /^az connectedmachine extension create --subscription \S+ --resource-group \S+ --machine-name GDN-DC01 --location \w+ --name ChangeTracking-Windows --publisher Microsoft.Azure.ChangeTrackingAndInventory --type ChangeTracking-Windows$/,
    )
  })

  test('a machine whose agent works and that sends nothing is named', async () => {
    const found = checkOf(await at(), 'patchassessmentresources')
    expect(found).toMatchObject({ state: 'warning', detail: expect.stringContaining('trd-edge02') })
    expect(found?.mend?.command).toMatch(
      /^az connectedmachine assess-patches --subscription \S+ --resource-group \S+ --name trd-edge02$/,
    )
  })

  test('a fleet without SQL Server lacks nothing', async () => {
    const without = sandbox({
      change: (machines) =>
        machines.map((machine) => ({
          ...machine,
          sql: [],
          extensions: machine.extensions.filter(({ name }) => !name.includes('SqlServer')),
        })),
    })
    const diagnosis = await at({}, without)
    expect(checkOf(diagnosis, 'resources (SQL Server)')).toMatchObject({ state: 'ok', machines: 0 })
    expect(verdicts(diagnosis)['sql-metadata']).toMatchObject({ state: 'partly' })
    expect(verdicts(diagnosis)['sql-metadata']?.code).toBeUndefined()
  })

  test('data that stopped coming is stale, and then absent', async () => {
    const after = async (hours: number) => {
      const later = new Date(source.now().getTime() + hours * 3_600_000)
      return at({}, { ...source, now: () => later })
    }
    const stale = await after(20)
    expect(checkOf(stale, 'ConfigurationData')).toMatchObject({ state: 'warning', code: 'Incomplete', machines: 0 })
    expect(checkOf(stale, 'ConfigurationData')?.detail).toBe(
      'Nothing within 16 hours; newest row 2026-11-20 02:42 UTC.',
    )
    expect(verdicts(stale)['software-inventory']).toMatchObject({ state: 'partly', code: 'Incomplete' })
    expect(stale.code).toBe('Incomplete')
    expect(checkOf(await after(100), 'ConfigurationData')).toMatchObject({ state: 'failed', detail: 'It has no row.' })
  })
})

describe('workspaces', () => {
  test('a table that is absent stops the analysis that reads it, and no other', async () => {
    const diagnosis = await at({ workspaces: [scope.branchWorkspace] })
    expect(inState(diagnosis, 'cannot')).toEqual(['windows-best-practices'])
    expect(diagnosis.code).toBe('TableAbsent')
    expect(checkOf(diagnosis, 'Perf')).toMatchObject({ state: 'ok', detail: expect.stringContaining('serves instead') })
    expect(checkOf(diagnosis, 'InsightsMetrics')?.detail).toMatch(/Nothing from \d+ machines/)
  })

  test('one without tables stops all that ask it', async () => {
    const diagnosis = await at({ workspaces: [scope.emptyWorkspace] })
    expect(inState(diagnosis, 'cannot')).toEqual(onLogs)
    expect(diagnosis.code).toBe('TableAbsent')
  })

  test('one that may not be read is named with the role; its tables are not judged', async () => {
    const diagnosis = await at({ workspaces: [scope.workspace, scope.unreadableWorkspace] })
    expect(inState(diagnosis, 'cannot')).toEqual(onLogs)
    expect(diagnosis.code).toBe('AccessDenied')
    const found = checkOf(diagnosis, 'workspace')
    expect(found?.mend?.advice).toContain(
      `Log Analytics Reader given to you on the workspace ${scope.unreadableWorkspace}`,
    )
    expect(checkOf(diagnosis, 'Perf')).toEqual({ name: 'Perf', state: 'skipped', detail: 'Cannot be told.' })
  })
})

describe('subscriptions', () => {
  test('those that cannot be seen are named with the role', async () => {
    const diagnosis = await at({ subscriptions: scope.subscriptions })
    const [unreadable] = scope.unreadable
    const command = `az role assignment create --assignee '<your object id>' --role Reader --scope /subscriptions/${unreadable}`
    expect(checkOf(diagnosis, 'subscriptions')).toMatchObject({ state: 'warning', mend: { command } })
    expect(inState(diagnosis, 'partly')).toEqual(expect.arrayContaining(['server-metadata', 'anomalies']))
    expect(diagnosis.code).toBe('AccessDenied')
  })

  test('where none can be seen, the logs can still be asked', async () => {
    const diagnosis = await at({ subscriptions: scope.unreadable })
    expect(inState(diagnosis, 'cannot')).toEqual(onGraph)
    expect(inState(diagnosis, 'partly')).toEqual(onLogs)
    expect(diagnosis.code).toBe('AccessDenied')
  })
})

describe('over the wire', () => {
  const all = { subscriptions: readable, workspaces: [scope.workspace] }

  test('the diagnosis is that of the source in this process', async () => {
    const { source: wire } = await wired()
    const { source: _, ...told } = await at(all, wire)
    expect(told).toEqual(expect.objectContaining({ checks: (await at(all)).checks }))
  })

  test('a workspace has to be named', async () => {
    const { source: wire } = await wired()
    const diagnosis = await at({ subscriptions: readable }, wire)
    expect(checkOf(diagnosis, 'workspace')).toMatchObject({
      state: 'failed',
      mend: { command: expect.stringContaining('az monitor log-analytics workspace list') },
    })
    expect(inState(diagnosis, 'cannot')).toEqual(onLogs)
    expect(diagnosis.code).toBe('InvalidInput')
  })

  test('without a sign-in nothing runs, and nothing more is asked', async () => {
    const { source: wire, sent } = await wired({ faults: parseFaults('401:always') })
    const diagnosis = await at(all, wire)
    expect(checkOf(diagnosis, 'sign-in')).toMatchObject({ state: 'failed', mend: { command: 'az login' } })
    expect(inState(diagnosis, 'cannot')).toEqual(catalog.map(({ id }) => id))
    expect(diagnosis.code).toBe('SignInRequired')
    expect(sent.every(({ body }) => body.query.includes('microsoft.resources/subscriptions'))).toBe(true)
  })

  test('a store that is down is told from rights and data', async () => {
    const { source: wire } = await wired({ faults: parseFaults('503:always@log-analytics') })
    const diagnosis = await at(all, wire)
    expect(checkOf(diagnosis, 'workspace')).toMatchObject({ state: 'failed', code: 'ServiceUnavailable' })
    expect(inState(diagnosis, 'cannot')).toEqual(onLogs)
    expect(diagnosis.code).toBe('ServiceUnavailable')
  })

  test('half of an answer is no proof of health', async () => {
    const { source: wire } = await wired({ faults: parseFaults('partial:always@log-analytics') })
    const diagnosis = await at(all, wire)
    expect(checkOf(diagnosis, 'ConfigurationData')).toMatchObject({ state: 'warning', code: 'Incomplete' })
  })
})

test('an interrupt is no finding', async () => {
  const signal = AbortSignal.abort()
  await expect(diagnose({ source, scope: {} }, { signal })).rejects.toMatchObject({ code: 'Cancelled' })
})
