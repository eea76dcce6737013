import { sandbox } from '@infra-analysis/sandbox'
import { describe, expect, test } from 'vitest'
import analysis from '../src/analyses/software-inventory/index.ts'
import { run, type Source } from '../src/index.ts'
import { entry, idOf, machine, recorded, withoutLogs, workspace } from './workspace.ts'

const ask = (source: Source, input: object = {}, view?: string) => run(analysis, input, { source, scope: {} }, { view })
const installedOn = async (source: Source, input: object = {}): Promise<readonly string[]> =>
  (await ask(source, input)).rows.map(({ software, version }) => `${String(software)} ${String(version)}`)

describe('what is installed now', () => {
  test('the last inventory counts, not what earlier ones held', async () => {
    const inventory = [entry('srv1', 60, 'Old', '1'), entry('srv1', 2, 'New', '1'), entry('srv1', 11, 'Late', '1')]
    expect(await installedOn(workspace(inventory))).toEqual(['Late 1', 'New 1'])
  })

  test('a version replaced since is there in the new version only, however that was recorded', async () => {
    const inventory = [entry('srv1', 5, 'A', '1'), entry('srv1', 5, 'B', '1')]
    const changes = [
      recorded('srv1', 1, 'Modified', 'A', '1', '2'),
      recorded('srv1', 1, 'Removed', 'B', '1', ''),
      recorded('srv1', 1, 'Added', 'B', '', '2'),
    ]
    expect(await installedOn(workspace(inventory, changes))).toEqual(['A 2', 'B 2'])
  })

  test.each([3, 2])('what was removed %d hours ago and came back two hours ago is there', async (hours) => {
    const changes = [recorded('srv1', hours, 'Removed', 'A', '1', ''), recorded('srv1', 2, 'Added', 'A', '', '1')]
    expect(await installedOn(workspace([entry('srv1', 5, 'A', '1')], changes))).toEqual(['A 1'])
  })

  test('a removal before the last inventory, or on another machine, removes nothing', async () => {
    const changes = [recorded('srv1', 6, 'Removed', 'A', '1', ''), recorded('srv2', 1, 'Removed', 'A', '1', '')]
    expect(await installedOn(workspace([entry('srv1', 5, 'A', '1')], changes))).toEqual(['A 1'])
  })

  test('one version for two architectures is one row that names both', async () => {
    const inventory = ['x86', 'x64'].map((Architecture) => entry('srv1', 5, 'A', '1', { Architecture }))
    expect((await ask(workspace(inventory))).rows).toMatchObject([{ architecture: 'x64, x86' }])
  })
})

describe('whose software it is', () => {
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
    const { coverage } = await ask(withoutLogs(workspace([])))
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
