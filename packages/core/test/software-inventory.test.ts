import { evaluate } from '@infra-analysis/kql'
import { sandbox } from '@infra-analysis/sandbox'
import { describe, expect, test } from 'vitest'
import analysis from '../src/analyses/software-inventory/index.ts'
import { columnsOf } from '../src/columns.ts'
import { machinesQuery } from '../src/directory.ts'
import { InfraError } from '../src/errors.ts'
import { run, type Source, tables } from '../src/index.ts'
import { clock } from './clock.ts'

type Cells = Readonly<Record<string, unknown>>

const hoursAgo = (hours: number): string => new Date(clock.getTime() - hours * 3_600_000).toISOString()
const idOf = (name: string): string =>
  `/subscriptions/s/resourcegroups/rg/providers/microsoft.hybridcompute/machines/${name}`

const machine = (name: string, agentStatus = 'Connected'): Cells => ({
  machineId: idOf(name),
  name: name.toUpperCase(),
  computerName: name.toUpperCase(),
  fqdn: `${name}.contoso.com`,
  osType: 'Windows',
  agentStatus,
  site: 'Utrecht',
  location: 'westeurope',
  resourceGroup: 'rg',
  subscriptionId: 's',
})

const from = (name: string): Cells => ({ Computer: `${name}.contoso.com`, _ResourceId: idOf(name) })

/** An entry of an inventory. */
const entry = (name: string, hours: number, software: string, version: string, more: Cells = {}): Cells => ({
  ...from(name),
  TimeGenerated: hoursAgo(hours),
  ConfigDataType: 'Software',
  SoftwareType: 'Application',
  SoftwareName: software,
  CurrentVersion: version,
  ...more,
})

/** A recorded change. */
const changed = (
  name: string,
  hours: number,
  category: string,
  software: string,
  previous: string,
  current: string,
) => ({
  ...from(name),
  TimeGenerated: hoursAgo(hours),
  ConfigChangeType: 'Software',
  ChangeCategory: category,
  SoftwareType: 'Application',
  SoftwareName: software,
  Previous: previous,
  Current: current,
})

const table = (name: string, rows: readonly Cells[]) => {
  const columns = tables['log-analytics'][name] ?? []
  const blank = (type: string) => (type === 'string' ? '' : null)
  return { columns, rows: rows.map((row) => columns.map((column) => row[column.name] ?? blank(column.type))) }
}

/** A workspace with these rows, and the machines that Resource Graph knows. */
const workspace = (
  inventory: readonly Cells[],
  changes: readonly Cells[] = [],
  machines = [machine('srv1')],
): Source => ({
  name: 'sandbox',
  now: () => clock,
  async *query({ engine, kql }) {
    const columns = columnsOf(machinesQuery.row)
    const known = { columns, rows: machines.map((row) => columns.map(({ name }) => row[name])) }
    const logs = {
      ConfigurationData: table('ConfigurationData', inventory),
      ConfigurationChange: table('ConfigurationChange', changes),
    }
    const page = engine === 'resource-graph' ? known : evaluate(kql, { tables: logs, now: clock, dialect: engine })
    yield { ...page, requests: 1, waitedMs: 0 }
  },
})

const ask = (source: Source, input: object = {}, view?: string) => run(analysis, input, { source, scope: {} }, { view })
const installedOn = async (source: Source, input: object = {}): Promise<readonly string[]> =>
  (await ask(source, input)).rows.map(({ software, version }) => `${String(software)} ${String(version)}`)

describe('what is installed now', () => {
  test('the last inventory counts, not what earlier ones held', async () => {
    const inventory = [entry('srv1', 60, 'Old', '1'), entry('srv1', 2, 'New', '1'), entry('srv1', 11, 'Late', '1')]
    expect(await installedOn(workspace(inventory))).toEqual(['Late 1', 'New 1'])
  })

  test.each([
    ['Previous', '1.0', ''],
    ['Current', '', '1.0'],
  ])('what was removed since is absent, with its version in %s', async (_, previous, current) => {
    const inventory = [entry('srv1', 5, 'Gone', '1.0'), entry('srv1', 5, 'Stays', '1.0')]
    const removal = changed('srv1', 1, 'Removed', 'GONE', previous, current)
    expect(await installedOn(workspace(inventory, [removal]))).toEqual(['Stays 1.0'])
  })

  test('a version replaced since is there in the new version only, however that was recorded', async () => {
    const inventory = [entry('srv1', 5, 'A', '1'), entry('srv1', 5, 'B', '1')]
    const changes = [
      changed('srv1', 1, 'Modified', 'A', '1', '2'),
      changed('srv1', 1, 'Removed', 'B', '1', ''),
      changed('srv1', 1, 'Added', 'B', '', '2'),
    ]
    expect(await installedOn(workspace(inventory, changes))).toEqual(['A 2', 'B 2'])
  })

  test.each([3, 2])('what was removed %d hours ago and came back two hours ago is there', async (hours) => {
    const changes = [changed('srv1', hours, 'Removed', 'A', '1', ''), changed('srv1', 2, 'Added', 'A', '', '1')]
    expect(await installedOn(workspace([entry('srv1', 5, 'A', '1')], changes))).toEqual(['A 1'])
  })

  test('a removal before the last inventory, or on another machine, removes nothing', async () => {
    const changes = [changed('srv1', 6, 'Removed', 'A', '1', ''), changed('srv2', 1, 'Removed', 'A', '1', '')]
    expect(await installedOn(workspace([entry('srv1', 5, 'A', '1')], changes))).toEqual(['A 1'])
  })

  test('one version for two architectures is one row that names both', async () => {
    const inventory = ['x86', 'x64'].map((Architecture) => entry('srv1', 5, 'A', '1', { Architecture }))
    expect((await ask(workspace(inventory))).rows).toMatchObject([{ architecture: 'x64, x86' }])
  })
})

describe('whose software it is', () => {
  test.each(['SRV1', 'srv1.contoso.com', idOf('srv1').toUpperCase()])('%s finds srv1.contoso.com', async (name) => {
    const inventory = [entry('srv1', 5, 'Mine', '1'), entry('srv2', 5, 'Other', '1')]
    const source = workspace(inventory, [], [machine('srv1'), machine('srv2')])
    const { rows } = await ask(source, { machines: [name] })
    expect(rows).toMatchObject([{ software: 'Mine', machineId: idOf('srv1'), machine: 'SRV1', site: 'Utrecht' }])
  })

  test('a log without an id still knows its server', async () => {
    const { rows, coverage } = await ask(workspace([entry('srv1', 5, 'A', '1', { _ResourceId: '' })]), {
      machines: ['srv1'],
    })
    expect(rows).toMatchObject([{ machineId: idOf('srv1'), machine: 'SRV1' }])
    expect(coverage).toMatchObject({ total: 1, covered: 1 })
  })
})

describe('filters', () => {
  const inventory = [
    entry('srv1', 5, 'Tool', '9.2.1'),
    entry('srv1', 5, 'Tool', '10.0'),
    entry('srv1', 5, 'Tool', '1:10.1-2', { SoftwareType: 'Package' }),
    entry('srv1', 5, 'Update (KB1)', '', { SoftwareType: 'Update', Publisher: 'Microsoft Corporation' }),
  ]

  test('Windows updates come on request', async () => {
    expect(await installedOn(workspace(inventory))).not.toContain('Update (KB1) ')
    expect(await installedOn(workspace(inventory), { softwareTypes: ['Update'] })).toEqual(['Update (KB1) '])
  })

  test.each([
    ['10', ['9.2.1']],
    ['10.0.0', ['9.2.1']],
    ['10.0.1', ['10.0', '9.2.1']],
    ['10.1-3', ['10.0', '9.2.1', '1:10.1-2']],
    ['9.10', ['9.2.1']],
  ])('versions below %s, number by number', async (versionBelow, versions) => {
    expect(await installedOn(workspace(inventory), { versionBelow })).toEqual(versions.map((one) => `Tool ${one}`))
  })

  test('name and publisher in any case, and exact versions', async () => {
    expect(await installedOn(workspace(inventory), { software: 'tOO', versions: ['10.0'] })).toEqual(['Tool 10.0'])
    expect(await installedOn(workspace(inventory), { publisher: 'micro', softwareTypes: [] })).toEqual([
      'Update (KB1) ',
    ])
  })

  test('a hostile name finds the software of that name and changes nothing else', async () => {
    const hostile = `x' or 1 == 1 // "\\`
    const source = workspace([entry('srv1', 5, hostile, '1'), entry('srv1', 5, 'A', '1')])
    expect(await installedOn(source, { software: hostile })).toEqual([`${hostile} 1`])
    await expect(ask(source, { machines: [hostile] })).rejects.toMatchObject({ code: 'InvalidInput' })
  })

  test('the window is sent in UTC, and the query has no clock of its own', async () => {
    const { evidence } = await ask(workspace(inventory), { since: '2026-11-18T01:00:00+01:00', until: '2026-11-20' })
    expect(evidence.map(({ window }) => window)).toEqual(
      evidence.map(() => ({ from: '2026-11-18T00:00:00.000Z', to: '2026-11-20T00:00:00.000Z' })),
    )
    for (const { kql } of evidence) {
      expect(kql).toContain('TimeGenerated >= datetime(2026-11-18T00:00:00.0000000Z)')
      expect(kql).not.toMatch(/\b(now|ago|datetime_utc_to_local)\(/)
    }
  })
})

test('the view of products says which machines have which version', async () => {
  const inventory = [entry('srv1', 5, 'Tool', '1'), entry('srv2', 5, 'tool', '1'), entry('srv2', 5, 'Tool', '2')]
  const { rows } = await ask(workspace(inventory, [], [machine('srv1'), machine('srv2')]), {}, 'products')
  expect(rows).toMatchObject([
    { version: '1', machineCount: 2, machines: ['SRV1', 'SRV2'], sites: ['Utrecht'] },
    { version: '2', machineCount: 1, machines: ['SRV2'] },
  ])
})

describe('coverage', () => {
  const many = (name: string, hours: number) =>
    Array.from({ length: 250 }, (_, index) => entry(name, hours, `Tool ${index}`, '1'))

  test('each machine has a state, whether it reports or not', async () => {
    const inventory = [entry('ok', 5, 'A', '1'), ...many('full', 5), ...many('full', 15), entry('old', 20, 'A', '1')]
    const machines = [machine('ok'), machine('full'), machine('old'), machine('none'), machine('dead', 'Disconnected')]
    const { coverage, findings, summary } = await ask(workspace(inventory, [], machines))
    expect(coverage.states).toEqual({ Reported: 1, Capped: 1, Stale: 1, AgentGone: 1, NotCollected: 1 })
    expect(findings).toMatchObject([
      { code: 'inventory-capped', severity: 'medium', subject: 'FULL', resourceId: idOf('full') },
      { code: 'inventory-stale', severity: 'low', subject: 'OLD' },
    ])
    expect(summary.headline).toBe(
      '251 products are installed in 251 versions on 3 machines. What is installed on 4 of 5 machines is not fully known.',
    )
  })

  test('a machine that reports under its id since today is not stale under its name', async () => {
    const inventory = [entry('srv1', 20, 'A', '1', { _ResourceId: '' }), entry('srv1', 5, 'A', '1')]
    expect((await ask(workspace(inventory))).coverage.states).toMatchObject({ Reported: 1, Stale: 0 })
  })

  test('entries count once, and those of the newest inventory only', async () => {
    const entries = many('srv1', 5).slice(0, 130)
    const earlier = many('srv1', 15).slice(120)
    const inventory = [...entries, ...many('srv1', 5.5).slice(0, 130), ...earlier]
    expect((await ask(workspace(inventory))).coverage.states).toMatchObject({ Reported: 1, Capped: 0 })
  })

  test('without the tables nothing is collected', async () => {
    const full = workspace([])
    const bare: Source = {
      ...full,
      async *query(question) {
        if (question.engine === 'log-analytics') throw new InfraError('TableAbsent', 'No such table', 'Turn it on.')
        yield* full.query(question)
      },
    }
    const { coverage } = await ask(bare)
    expect(coverage.gaps).toMatchObject([{ name: 'SRV1', state: 'NotCollected' }])
    expect(coverage.gaps[0]?.reason).toContain('no such table')
  })
})

describe('in the sandbox', () => {
  const place = { source: sandbox(), scope: {} }

  test('the two machines at the cap are found', async () => {
    const { findings } = await run(analysis, { software: 'hostile' }, place)
    const capped = findings.filter(({ code }) => code === 'inventory-capped').map(({ subject }) => subject)
    expect(capped).toEqual(['TRD-MES02', 'weu-sap01'])
  })

  test('a version that was replaced this morning, after the inventory, is the one that is installed', async () => {
    const { rows } = await run(analysis, { machines: ['utr-jmp01'], software: 'Tailspin Scheduler' }, place)
    expect(rows.map(({ version }) => version)).toEqual(['11.0.140'])
  })
})
