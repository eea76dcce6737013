import { expect, test } from 'vitest'
import { fleet, logTables } from '../src/index.ts'
import { askLogs, days } from './ask.ts'
import { at, ending, all, ofType, records, text } from './records.ts'

const window = days(1)
const insights = `InsightsMetrics | where Origin == 'vm.azm.ms'
  | extend machine = tostring(split(_ResourceId, '/')[8]), mount = tostring(parse_json(Tags)['vm.azm.ms/mountId'])`

test('each machine sends processor, memory and each of its disks, twice an hour', async () => {
  const rows = await askLogs(
    `${insights} | where Computer startswith 'UTR-SQL01' | summarize samples = count() by Namespace, Name, mount | order by Namespace asc, mount asc`,
    {},
    { window },
  )
  expect(rows).toEqual([
    { Namespace: 'LogicalDisk', Name: 'FreeSpacePercentage', mount: 'C:', samples: 48 },
    { Namespace: 'LogicalDisk', Name: 'FreeSpacePercentage', mount: 'E:', samples: 48 },
    { Namespace: 'Memory', Name: 'AvailableMB', mount: '', samples: 48 },
    { Namespace: 'Processor', Name: 'UtilizationPercentage', mount: '', samples: 48 },
  ])
})

test('agents may measure every minute, and disks then say the same at the same moment', () => {
  const rows = (sampling: number) =>
    records(
      logTables({ machines: 3, sampling, change: (machines) => machines.slice(2) }).InsightsMetrics({
        window: days(0.25),
      }),
    ).filter(({ Namespace }) => Namespace === 'LogicalDisk')
  const everyMinute = new Map(rows(1).map((row) => [text(row, 'TimeGenerated') + text(row, 'Tags'), row['Val']]))
  const sparse = rows(30)
  expect(everyMinute.size).toBe(sparse.length * 30)
  expect(sparse.map((row) => everyMinute.get(text(row, 'TimeGenerated') + text(row, 'Tags')))).toEqual(
    sparse.map((row) => row['Val']),
  )
})

test('a window shows a part of what the whole shows', () => {
  const make = logTables({ machines: 2 }).InsightsMetrics
  const { from, to } = days(1)
  const whole = records(make()).filter(
    (row) => new Date(text(row, 'TimeGenerated')) >= from && new Date(text(row, 'TimeGenerated')) < to,
  )
  expect(whole.length).toBeGreaterThan(100)
  expect(records(make({ window: { from, to } }))).toEqual(whole)
})

test('percentages are percentages, and memory fits into the machine', async () => {
  const [row] = await askLogs(
    `${insights} | extend memoryMB = toreal(parse_json(Tags)['vm.azm.ms/memorySizeMB'])
     | summarize wrong = countif(Name endswith 'Percentage' and (Val < 0 or Val > 100)), tooMuch = countif(Name == 'AvailableMB' and (Val < 0 or Val > memoryMB))`,
    {},
    { window },
  )
  expect(row).toEqual({ wrong: 0, tooMuch: 0 })
})

test('work follows the office hours of the site', async () => {
  const [row] = await askLogs(
    `${insights} | where Namespace == 'Processor' and Computer startswith 'OPO-' | extend hour = hourofday(TimeGenerated), weekend = dayofweek(TimeGenerated) in (0d, 6d)
     | summarize day = avgif(Val, not(weekend) and hour between (10 .. 15)), night = avgif(Val, hour between (20 .. 23)), sunday = avgif(Val, weekend and hour between (10 .. 15))`,
    {},
    { window: days(7) },
  )
  expect(Number(row?.['day'])).toBeGreaterThan(Number(row?.['night']) + 8)
  expect(Math.abs(Number(row?.['sunday']) - Number(row?.['night']))).toBeLessThan(3)
})

test('the newest free space agrees with what Resource Graph says of the disk', () => {
  const { resources } = all()
  const { disks, name } = fleet().find((machine) => machine.name === 'OPO-FS01') ?? { disks: [], name: '' }
  const known = ofType(resources, 'microsoft.hybridcompute/machines').find((row) => row['name'] === name)
  const sent = records(logTables().InsightsMetrics({ window: days(0.05) })).filter(
    (row) => text(row, '_ResourceId').endsWith('/opo-fs01') && row['Namespace'] === 'LogicalDisk',
  )
  const newest = sent.filter((row) => row['TimeGenerated'] === sent.at(-1)?.['TimeGenerated'])
  const free = disks.map(({ sizeBytes, usedBytes }) => 100 - (100 * usedBytes) / sizeBytes)
  expect(at(known, 'properties.storageProfile.disks.1.maxSizeInBytes')).toBe(disks[1]?.sizeBytes)
  expect(newest.map(({ Val }) => Math.round(Number(Val)))).toEqual(free.map(Math.round))
})

test('one machine sends all units, with a disk that is nearly empty', async () => {
  const rows = await askLogs(
    `${insights} | where Computer == 'weu-etl01' | summarize value = avg(Val) by Namespace, Name, mount`,
    {},
    { window },
  )
  const value = (name: string, mount = '/var') =>
    rows.find((row) => row['Name'] === name && row['mount'] === mount)?.['value']
  expect(value('FreeSpacePercentage')).toBeCloseTo(90, 0)
  expect(value('Status')).toBe(1)
  expect(value('ReadBytesPerSecond')).toBeGreaterThan(1_000_000)
  expect(value('Heartbeat', '')).toBe(1)
})

test('what a dead agent sends ends with the agent, in every table', async () => {
  const { agent } = fleet().find(({ name }) => name === 'OPO-LIMS01') ?? {}
  for (const table of ['Heartbeat', 'InsightsMetrics', 'ConfigurationData', 'ConfigurationChange']) {
    const [row] = await askLogs(
      `${table} | where Computer startswith 'OPO-LIMS01' | summarize rows = count(), newest = max(TimeGenerated)`,
      {},
      { window: days(30) },
    )
    expect(new Date(String(row?.['newest'])).getTime()).toBeLessThan(agent?.statusChangedAt.getTime() ?? 0)
  }
})

test('one machine has classic counters only, and one has nothing', async () => {
  const rows = await askLogs(
    `union withsource = table InsightsMetrics, Perf | where Computer startswith 'UTR-DC02' or Computer startswith 'trd-edge02' | distinct table, Computer`,
    {},
    { window },
  )
  expect(rows).toEqual([{ table: 'Perf', Computer: 'UTR-DC02.northwind.example' }])
})

test('classic counters say the same as VM insights where a machine sends both', async () => {
  const rows = await askLogs(
    `Perf | where ObjectName == 'Processor' | project TimeGenerated, _ResourceId, CounterValue
     | join kind=inner (InsightsMetrics | where Namespace == 'Processor' | project TimeGenerated, _ResourceId, Val) on TimeGenerated, _ResourceId
     | summarize furthest = max(abs(Val - CounterValue)), machines = dcount(_ResourceId)`,
    {},
    { window },
  )
  expect(rows[0]).toMatchObject({ furthest: 0 })
  expect(rows[0]?.['machines']).toBeGreaterThan(0)
})

test('heartbeats carry the full name and the version of the agent', async () => {
  const rows = await askLogs(
    `Heartbeat | where Computer startswith 'TRD-DC01' | distinct Computer, OSType, Version, ComputerEnvironment`,
    {},
    { window },
  )
  expect(rows).toEqual([
    {
      Computer: 'TRD-DC01.northwind.example',
      OSType: 'Windows',
      Version: '1.38.1.0',
      ComputerEnvironment: 'Non-Azure',
    },
  ])
  expect(
    ending(all().resources, '/extensions').some((row) => at(row, 'properties.typeHandlerVersion') === '1.38.1.0'),
  ).toBe(true)
})
