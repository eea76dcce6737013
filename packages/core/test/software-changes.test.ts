import { sandbox } from '@infra-analysis/sandbox'
import { describe, expect, test } from 'vitest'
import analysis from '../src/analyses/software-changes/index.ts'
import { run, type Source } from '../src/index.ts'
import { type Cells, entry, from, hoursAgo, idOf, machine, recorded, workspace } from './workspace.ts'

type Recorder = (hours: number, software: string, ...versions: string[]) => Cells

const added: Recorder = (hours, software, version = '') => recorded('srv1', hours, 'Added', software, '', version)
const removed: Recorder = (hours, software, version = '') => recorded('srv1', hours, 'Removed', software, version, '')
const modified: Recorder = (hours, software, previous = '', current = '') =>
  recorded('srv1', hours, 'Modified', software, previous, current)

const service = (hours: number, name: string, kind: string, fields: string): Cells => ({
  ...from('srv1'),
  TimeGenerated: hoursAgo(hours),
  ConfigChangeType: kind,
  ChangeCategory: 'Modified',
  SvcName: name,
  FieldsChanged: fields,
})

const inventoryOf = (name: string, hours: number): Cells => entry(name, hours, '', '')

/** A workspace with these changes. */
const changing = (
  changes: readonly Cells[],
  inventory: readonly Cells[] = [inventoryOf('srv1', 5)],
  machines = [machine('srv1')],
): Source => workspace(inventory, changes, machines)

const ask = (source: Source, input: object = {}, view?: string) => run(analysis, input, { source, scope: {} }, { view })

/** Each change as `kind software before→after`, newest first. */
const changesIn = async (records: readonly Cells[], input: object = {}): Promise<readonly string[]> =>
  (await ask(changing(records), input)).rows.map(
    ({ change, software, previousVersion, currentVersion }) =>
      `${String(change)} ${String(software)} ${String(previousVersion)}→${String(currentVersion)}`,
  )

describe('records become changes', () => {
  test('newest first', async () => {
    const records = [added(9, 'A', '1'), removed(2, 'B', '1'), added(5, 'C', '1')]
    expect(await changesIn(records)).toEqual(['Removed B 1→', 'Added C →1', 'Added A →1'])
  })

  test('another version is an upgrade, recorded as a pair in any order or as one', async () => {
    const records = [
      removed(2.1, 'A', '1'),
      added(2, 'A', '2'),
      added(3.1, 'B', '2'),
      removed(3, 'B', '1'),
      modified(4, 'C', '1', '2'),
      modified(5, 'D', '1', '1'),
    ]
    expect(await changesIn(records)).toEqual(['Upgraded A 1→2', 'Upgraded B 1→2', 'Upgraded C 1→2', 'Modified D 1→1'])
  })

  test('the version is found in either column', async () => {
    const records = [recorded('srv1', 2, 'Removed', 'A', '', '1'), recorded('srv1', 1, 'Added', 'A', '2', '')]
    expect(await changesIn(records)).toEqual(['Upgraded A 1→2'])
  })

  test('a pair further apart than the limit is two changes', async () => {
    const records = [removed(9, 'A', '1'), added(2, 'A', '2')]
    expect(await changesIn(records)).toEqual(['Added A →2', 'Removed A 1→'])
    expect(await changesIn(records, { pairWindow: '8h' })).toEqual(['Upgraded A 1→2'])
  })

  test('of several versions side by side, each is followed by its own line', async () => {
    const records = [
      removed(2, 'Run', '6.0.1'),
      removed(2, 'Run', '8.0.1'),
      added(2, 'Run', '8.0.2'),
      added(2, 'Run', '6.0.2'),
    ]
    expect((await changesIn(records)).toSorted()).toEqual(['Upgraded Run 6.0.1→6.0.2', 'Upgraded Run 8.0.1→8.0.2'])
  })

  test('two upgrades in a row are two, and a record that came twice is one', async () => {
    const records = [
      removed(5, 'A', '1'),
      added(4.9, 'A', '2'),
      removed(2, 'A', '2'),
      added(1.9, 'A', '3'),
      added(1.9, 'A', '3'),
    ]
    expect(await changesIn(records)).toEqual(['Upgraded A 2→3', 'Upgraded A 1→2'])
  })

  test('one removal goes with one addition only', async () => {
    const records = [removed(2, 'A', '1'), added(1.9, 'A', '2'), added(1.5, 'A', '3')]
    expect(await changesIn(records)).toEqual(['Added A →3', 'Upgraded A 1→2'])
  })

  test('what was added twice and never removed does not come and go', async () => {
    expect(await changesIn([added(9, 'A', '1'), added(5, 'A', '1')])).toEqual(['Added A →1', 'Added A →1'])
  })

  test('what was added and then removed did not come back', async () => {
    expect(await changesIn([added(3, 'A', '1'), removed(1, 'A', '1')])).toEqual(['Removed A 1→', 'Added A →1'])
  })

  test('a version that went back is an upgrade in name, and a finding', async () => {
    const records = [removed(9, 'A', '1.9'), added(9, 'A', '1.10'), removed(1, 'A', '1.10'), added(1, 'A', '1.9')]
    expect(await changesIn(records)).toEqual(['Upgraded A 1.10→1.9', 'Upgraded A 1.9→1.10'])
    const { findings } = await ask(changing(records))
    expect(findings).toMatchObject([
      {
        code: 'downgraded',
        severity: 'medium',
        subject: 'SRV1',
        message: 'A went back from 1.10 to 1.9 on 2026-11-20',
      },
    ])
  })

  test('protection that was removed is a finding', async () => {
    const { findings } = await ask(changing([removed(2, 'CrowdStrike Windows Sensor', '7.1')]))
    expect(findings).toMatchObject([{ code: 'protection-removed', severity: 'high', resourceId: idOf('srv1') }])
  })
})

describe('sign-in churn', () => {
  const session = (day: number) => [added(24 * day + 8, 'Chat', '1'), removed(24 * day, 'Chat', '1')]
  const records = [...session(1), ...session(2), ...session(3), added(5, 'Tool', '1')]

  test('software that comes and goes unchanged is left out, and counted', async () => {
    expect(await changesIn(records)).toEqual(['Added Tool →1'])
    expect((await ask(changing(records))).summary.headline).toBe(
      "1 software change on 1 machine: 1 addition. 1 installation that comes and goes, as at a user's sign-in, is left out.",
    )
  })

  test('it is shown on request', async () => {
    const { rows, summary } = await ask(changing(records), { includeReinstalls: true })
    expect(rows.map(({ comesAndGoes }) => comesAndGoes).filter(Boolean)).toHaveLength(6)
    expect(summary.headline).not.toContain('left out')
    const { rows: versions } = await ask(changing(records), {}, 'reinstalls')
    expect(versions).toMatchObject([{ software: 'Chat', version: '1', timesBack: 2, isThere: false }])
  })

  test('back within the limit is one change, which can be asked for', async () => {
    const lunch = [removed(5, 'Chat', '1'), added(4, 'Chat', '1')]
    expect(await changesIn(lunch)).toEqual([])
    expect(await changesIn(lunch, { changes: ['Reinstalled'] })).toEqual(['Reinstalled Chat 1→1'])
  })

  test('an upgrade of such software is shown', async () => {
    const upgrade = [removed(20, 'Chat', '1'), added(19.9, 'Chat', '2')]
    expect(await changesIn([...records, ...upgrade])).toEqual(['Added Tool →1', 'Upgraded Chat 1→2'])
  })
})

test('the window is half open', async () => {
  const records = [added(3, 'First', '1'), added(2, 'Last', '1')]
  const window = { since: '2026-11-20T07:00:00+01:00', until: '2026-11-20T07:00:00Z' }
  expect(await changesIn(records, window)).toEqual(['Added First →1'])
})

describe('services and daemons', () => {
  const records = [
    service(4, 'Spooler', 'WindowsServices', 'SvcState'),
    service(3, 'W32Time', 'WindowsServices', 'SvcStartupType, SvcAccount'),
    service(2, 'chrony', 'Daemons', 'SvcRunlevels'),
    service(1, 'rsyslog', 'Daemons', 'SvcState, SvcRunlevels'),
    added(1, 'A', '1'),
  ]
  const servicesIn = async (input: object) =>
    (await ask(changing(records), input, 'services')).rows.map((row) => row['service'])

  test('are a view, newest first, without mere run levels', async () => {
    expect(await servicesIn({})).toEqual(['rsyslog', 'W32Time', 'Spooler'])
  })

  test('run levels come on request', async () => {
    expect(await servicesIn({ includeRunlevels: true })).toEqual(['rsyslog', 'chrony', 'W32Time', 'Spooler'])
    expect(await servicesIn({ serviceFields: ['SvcRunlevels'] })).toEqual(['rsyslog', 'chrony'])
  })

  test('by name and by what changed', async () => {
    expect(await servicesIn({ services: 'spool' })).toEqual(['Spooler'])
    expect(await servicesIn({ serviceFields: ['SvcAccount'] })).toEqual(['W32Time'])
  })
})

describe('coverage', () => {
  const machines = [machine('srv1'), machine('calm'), machine('old'), machine('none'), machine('dead', 'Expired')]
  const inventory = [inventoryOf('srv1', 5), inventoryOf('calm', 12), inventoryOf('old', 20)]

  test('no change on a machine that reports means that nothing changed; on any other it means nothing', async () => {
    const { coverage, summary } = await ask(changing([added(2, 'A', '1')], inventory, machines))
    expect(coverage.states).toEqual({ Changed: 1, Unchanged: 1, Stale: 1, AgentGone: 1, NotCollected: 1 })
    expect(summary.headline).toBe(
      '1 software change on 1 machine: 1 addition. The changes of 3 of 5 machines are not fully known.',
    )
  })

  test('who reports is known in a window of one hour, too', async () => {
    const { coverage } = await ask(changing([], inventory, machines), { timespan: '1h' })
    expect(coverage.states).toMatchObject({ Unchanged: 2, Stale: 1 })
  })
})

describe('in the sandbox', () => {
  const place = { source: sandbox(), scope: {} }

  test('the upgrade of the ERP database engine is one row that knows its server', async () => {
    const { rows } = await run(analysis, { timespan: '1d', software: 'Database Engine' }, place)
    expect(rows).toMatchObject([
      { machine: 'UTR-SQLERP01', change: 'Upgraded', previousVersion: '15.0.4382.0', currentVersion: '15.0.4382.1' },
    ])
  })

  test('the applications of the users of the jump servers are the only ones that come and go', async () => {
    const { rows } = await run(analysis, { timespan: '30d' }, place, { view: 'reinstalls' })
    expect(new Set(rows.map(({ machine: name }) => name))).toEqual(new Set(['UTR-JMP01', 'UTR-JMP02']))
    expect(rows).toHaveLength(6)
  })
})
