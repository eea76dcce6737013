import { labels, sandbox } from '@infra-analysis/sandbox'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import sqlBestPractices from '../src/analyses/sql-best-practices/index.ts'
import type { Finding, run as runRow } from '../src/analyses/sql-best-practices/row.ts'
import { run, type Source } from '../src/index.ts'
import { type Cells, withLogs, withoutLogs } from './workspace.ts'

type Input = z.input<typeof sqlBestPractices.input>
type Run = z.output<typeof runRow>

const source = sandbox()

async function ask(input: Input = {}, from: Source = source) {
  const answer = await run(sqlBestPractices, input, { source: from, scope: {} })
  return { ...answer, rows: answer.rows as readonly Finding[] }
}

async function runsOf(...machines: string[]): Promise<readonly Run[]> {
  const { rows } = await run(sqlBestPractices, { machines }, { source, scope: {} }, { view: 'runs' })
  return rows as readonly Run[]
}

const whole = ask()

describe('over the sample fleet', () => {
  test('a run repeated on the same day adds nothing, and is the one to compare with', async () => {
    const [newest, before, earlier] = await runsOf('UTR-SQL02')
    const { rows } = await ask({ machines: ['UTR-SQL02'] })
    expect(newest?.runAt).toMatch(/^2026-11-15/)
    expect(before).toMatchObject({ ageDays: 6, isNewest: false, checks: newest?.checks, high: newest?.high })
    expect(earlier).toMatchObject({ ageDays: 13 })
    expect(rows.length).toBe(Number(newest?.checks) - Number(newest?.passed))
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['Persisting']))
  })

  test('a run that straddles midnight is one run', async () => {
    const runs = await runsOf('UTR-SQL01')
    expect(runs.length).toBe(8)
    expect(new Set(runs.map(({ checks }) => checks)).size).toBe(1)
  })

  test('a line that cannot be read is counted for its instance and reported', async () => {
    const { findings, summary } = await whole
    expect(summary.figures).toContainEqual({ label: 'Unreadable lines', value: 1 })
    expect(findings.filter(({ code }) => code === 'unreadable-lines').map(({ subject }) => subject)).toEqual([
      'TRD-SQLMES01\\HISTORIAN',
    ])
    expect((await runsOf('TRD-SQLMES01'))[0]).toMatchObject({ instance: 'HISTORIAN', checks: 136, unreadable: 1 })
  })

  test('the assessment that got worse is the one with new findings of high severity', async () => {
    const [worse] = labels().filter(({ kind }) => kind === 'assessment-worse')
    const news = (await whole).rows.filter(({ status, severity }) => status === 'New' && severity === 'High')
    expect(new Set(news.map(({ machineId, instance }) => `${machineId} ${instance}`))).toEqual(
      new Set([`${worse?.machineId} ${worse?.instance}`]),
    )
  })

  test('instances that are not assessed are covered, with the reason', async () => {
    const { coverage } = await whole
    expect(coverage.total).toBe(20)
    expect(coverage.gaps).toContainEqual(
      expect.objectContaining({
        name: 'OPO-SCADA01\\SQLEXPRESS',
        state: 'Disabled',
        reason: 'The assessment is switched off',
      }),
    )
  })

  test('a site is its servers', async () => {
    const { rows } = await ask({ sites: ['Plant-South'] })
    expect(rows).toEqual((await whole).rows.filter(({ site }) => site === 'Plant-South'))
    expect(rows.length).toBeGreaterThan(0)
  })

  test('a window with one run knows no run before', async () => {
    const { rows } = await ask({ machines: ['OPO-SQLMES01'], timespan: '7d' })
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['First']))
  })

  const machines = ['TRD-SQLMES01', 'GDN-SQL01']
  const few = ask({ machines })
  test.each([
    [{ instances: ['historian'] }, ({ instance }: Finding) => instance === 'HISTORIAN'],
    [{ checkIds: ['saenabled'] }, ({ checkId }: Finding) => checkId === 'SaEnabled'],
    [{ contains: 'LOGIN' }, (row: Finding) => /login/i.test(`${row.title} ${row.description} ${row.message}`)],
    [
      { severities: ['High' as const, 'Low' as const] },
      ({ severityRank }: Finding) => [1, 3].includes(Number(severityRank)),
    ],
    [{ statuses: ['Resolved' as const] }, ({ status }: Finding) => status === 'Resolved'],
  ])('%j narrows the rows', async (input, fits) => {
    const [all, some] = await Promise.all([few, ask({ machines, ...input })])
    expect(some.rows.length).toBeGreaterThan(0)
    expect(some.rows.length).toBeLessThan(all.rows.length)
    expect(some.rows.map(({ findingId }) => findingId)).toEqual(all.rows.filter(fits).map(({ findingId }) => findingId))
  })
})

describe('over a few lines', () => {
  test('a number that changes within a message leaves a finding what it is; another object is another finding', async () => {
    const rows = await statuses([
      line({ run: 'a', check: 'Fragmented', message: '1,204 pages of [IX_7] are 31.5 % fragmented' }),
      line({ run: 'a', check: 'Fragmented', message: '90 pages of [IX_8] are 40 % fragmented' }),
      line({ run: 'b', check: 'Fragmented', message: '1,377 pages of [IX_7] are 33 % fragmented' }),
      line({ run: 'b', check: 'Fragmented', message: '90 pages of [IX_9] are 40 % fragmented' }),
    ])
    expect(rows).toEqual([
      ['Persisting', '1,377 pages of [IX_7] are 33 % fragmented'],
      ['Resolved', '90 pages of [IX_8] are 40 % fragmented'],
      ['New', '90 pages of [IX_9] are 40 % fragmented'],
    ])
  })

  test('findings that differ in a number only are all shown', async () => {
    const rows = await statuses([
      line({ run: 'a', message: 'File 1 is full' }),
      line({ run: 'b', message: 'File 1 is full' }),
      line({ run: 'b', message: 'File 2 is full' }),
    ])
    expect(rows).toEqual([
      ['Persisting', 'File 1 is full'],
      ['Persisting', 'File 2 is full'],
    ])
  })

  test('a database that was dropped takes its findings along', async () => {
    const rows = await statuses([
      line({ run: 'a', target: 'UTR-SQL01:Old', message: 'gone' }),
      line({ run: 'b', severity: -1, message: '' }),
    ])
    expect(rows).toEqual([['Resolved', 'gone']])
  })

  test('a message keeps its commas and quotes; a line sent twice is one finding', async () => {
    const twice = line({ run: 'b', message: 'tempdb is on "C:\\", next to Windows' })
    expect(await statuses([twice, twice])).toEqual([['First', 'tempdb is on "C:\\", next to Windows']])
  })

  test('a line without a resource id belongs to the server that its target names', async () => {
    const { rows, coverage } = await over([line({ run: 'b', resourceId: '' })])
    expect(rows).toMatchObject([{ machineId: expect.stringMatching(/^\/.+\/utr-sql01$/), machine: 'UTR-SQL01' }])
    expect(rows[0]).toMatchObject({ site: 'HQ' })
    expect(coverage.states).toMatchObject({ Assessed: 1 })
  })

  test('a line that a stray comma shifted is counted, and not misread', async () => {
    const right = line({ run: 'b', message: 'x' })
    const shifted = { ...right, RawData: right.RawData.replace(',title,', ',a, title,') }
    const { rows, summary } = await over([line({ run: 'b', message: 'fine' }), shifted])
    expect(rows.map(({ message }) => message)).toEqual(['fine'])
    expect(summary.figures).toContainEqual({ label: 'Unreadable lines', value: 1 })
  })
})

describe('what is not known', () => {
  const stateOf = async (from: Source) =>
    (await ask({ machines: ['UTR-SQL01'] }, from)).coverage.gaps.map(({ state, reason }) => [state, reason])

  test('a run of long ago', async () => {
    const gaps = await stateOf(logged([line({ run: 'a', at: '2026-10-25T00:00:00Z' })]))
    expect(gaps).toEqual([['Stale', 'The newest assessment is older than 14 days; the newest run is of 2026-10-25']])
  })

  test('no run at all', async () => {
    expect(await stateOf(logged([]))).toEqual([
      ['NotAssessed', 'No assessment within the window, although it is not switched off'],
    ])
  })

  test('a machine that is gone', async () => {
    const gone = sandbox({
      change: (machines) =>
        machines.map((machine) =>
          machine.name === 'UTR-SQL01'
            ? { ...machine, agent: { ...machine.agent, status: 'Disconnected' as const } }
            : machine,
        ),
    })
    expect((await stateOf(logged([], gone)))[0]).toEqual([
      'AgentGone',
      'The machine does not report, so that no assessment arrives; it is Disconnected',
    ])
  })

  test('a workspace without the table', async () => {
    expect(await stateOf(withoutLogs(source))).toEqual([
      ['NotCollected', 'The workspace has no table of SQL assessments'],
    ])
  })
})

interface Line {
  readonly run: 'a' | 'b'
  readonly at?: string
  readonly check?: string
  readonly target?: string
  readonly severity?: number
  readonly message?: string
  readonly resourceId?: string
}

const machine =
  '/SUBSCRIPTIONS/2C9D4E17-0A8B-4F36-9E52-7D1B3C6F8A20/resourcegroups/rg-hq-servers/providers/microsoft.hybridcompute/machines/UTR-SQL01'

/** A row of the table: run `a` is a week older than run `b`. */
function line({ run: id, check = 'Check', target = 'UTR-SQL01', severity = 20, message = 'x', ...rest }: Line) {
  const { at = id === 'a' ? '2026-11-08T00:00:00Z' : '2026-11-15T00:00:00Z', resourceId = machine } = rest
  const quoted = `"${message.replaceAll('"', '""')}"`
  const targetType = target.includes(':') ? 2 : 1
  const fields = [at, id, check, 'title', 'why', 'https://x', targetType, target, severity, quoted, '"A, B"']
  return { TimeGenerated: at, RawData: `${fields.join(',')},MSSQLSERVER`, _ResourceId: resourceId }
}

/** The fleet of the sandbox with these lines as its log. */
const logged = (rows: readonly Cells[], fleet = source): Source => withLogs({ SqlAssessment_CL: rows }, fleet)

const over = (rows: readonly Cells[]) => ask({ machines: ['UTR-SQL01'] }, logged(rows))
const statuses = async (rows: readonly Cells[]) =>
  (await over(rows)).rows.map(({ status, message }) => [status, message]).toSorted(byMessage)
const byMessage = (a: readonly string[], b: readonly string[]) => ((a[1] ?? '') < (b[1] ?? '') ? -1 : 1)
