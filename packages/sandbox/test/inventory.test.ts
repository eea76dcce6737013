import { expect, test } from 'vitest'
import { fleet } from '../src/index.ts'
import { askLogs, days } from './ask.ts'

const inventory = `ConfigurationData | where ConfigDataType == 'Software'
  | extend machine = tostring(split(_ResourceId, '/')[8])`
const changes = `ConfigurationChange | where ConfigChangeType == 'Software'
  | extend machine = tostring(split(_ResourceId, '/')[8])`

test('a snapshot comes every ten hours, and holds everything', async () => {
  const machines = await askLogs(
    `${inventory} | summarize rows = count() by machine, _ResourceId, TimeGenerated | sort by _ResourceId asc, TimeGenerated asc
     | extend hours = iff(_ResourceId == prev(_ResourceId), (TimeGenerated - prev(TimeGenerated)) / 1h, real(null)) | where isnotnull(hours) and machine != ''
     | summarize longest = max(hours), shortest = min(hours), fewest = min(rows) by machine`,
    {},
    { window: days(3) },
  )
  expect(machines.length).toBeGreaterThan(30)
  expect(new Set(machines.flatMap(({ longest, shortest }) => [longest, shortest]))).toEqual(new Set([10]))
  expect(Math.min(...machines.map(({ fewest }) => Number(fewest)))).toBeGreaterThan(40)
})

test('Windows machines have applications and updates, Linux machines packages', async () => {
  const types = await askLogs(`${inventory} | distinct machine, SoftwareType`)
  const linux = new Set(
    fleet()
      .filter(({ os }) => os.family === 'linux')
      .map(({ name }) => name.toLowerCase()),
  )
  const isLinux = (machine: unknown) => linux.has(String(machine)) || machine === ''
  expect(types.every(({ machine, SoftwareType }) => isLinux(machine) === (SoftwareType === 'Package'))).toBe(true)
  expect(new Set(types.map(({ SoftwareType }) => SoftwareType))).toEqual(new Set(['Application', 'Package', 'Update']))
})

test('services and daemons are in the inventory, too', async () => {
  const kinds = await askLogs(`ConfigurationData | where isnotempty(SvcName) | distinct ConfigDataType`)
  expect(new Set(kinds.map(({ ConfigDataType }) => ConfigDataType))).toEqual(new Set(['Daemons', 'WindowsServices']))
})

test('names come in full, short and in lower case, and one machine has no resource id', async () => {
  const names = await askLogs(`${inventory} | distinct Computer, _ResourceId`)
  const computers = names.map(({ Computer }) => String(Computer))
  expect(computers.some((name) => /^[A-Z].*\.northwind\.example$/.test(name))).toBe(true)
  expect(computers.some((name) => /^[A-Z][^.]*$/.test(name))).toBe(true)
  expect(computers.some((name) => /^(trd|opo|utr|gdn)[^.]*\.(northwind|fabrikam)\.example$/.test(name))).toBe(true)
  expect(names.filter(({ _ResourceId }) => _ResourceId === '')).toEqual([{ Computer: 'utr-git01', _ResourceId: '' }])
})

test('ids are in lower case, whatever Resource Graph says', async () => {
  const [row] = await askLogs(`${inventory} | summarize odd = countif(_ResourceId != tolower(_ResourceId))`)
  expect(row).toEqual({ odd: 0 })
})

test('a hostile name reaches the inventory', async () => {
  const rows = await askLogs(
    `${inventory} | where SoftwareName startswith 'libhostile1' | distinct SoftwareName, Computer`,
  )
  expect(String(rows[0]?.['SoftwareName'])).toMatch(/["|].*Ignore all previous instructions/)
  expect(String(rows[0]?.['Computer'])).toMatch(/\p{Cc}/u)
})

test('a window is half open, and selects before the query runs', async () => {
  const all = await askLogs(`${inventory} | summarize by TimeGenerated | order by TimeGenerated asc`)
  const times = all.map(({ TimeGenerated }) => new Date(String(TimeGenerated)))
  const [, from, , to] = times
  if (!from || !to) throw new Error('too few snapshots')
  const rows = await askLogs(
    `${inventory} | summarize by TimeGenerated | order by TimeGenerated asc`,
    {},
    { window: { from, to } },
  )
  expect(rows).toEqual(all.slice(1, 3))
})

test('changes agree with snapshots: what was replaced or removed is in no later one', async () => {
  const rows = await askLogs(
    `${changes} | where machine != '' and (ChangeCategory == 'Removed' or ChangeCategory == 'Modified') and SoftwareName !in ('Slack', 'Microsoft Teams (user)', 'Postman x86_64 11.68.0')
     | extend gone = coalesce(Previous, Current) | project _ResourceId, SoftwareName, gone, goneAt = TimeGenerated
     | join kind=inner (${inventory} | project _ResourceId, SoftwareName, gone = CurrentVersion, seenAt = TimeGenerated) on _ResourceId, SoftwareName, gone
     | summarize before = countif(seenAt < goneAt), after = countif(seenAt > goneAt)`,
    { machines: 30 },
  )
  expect(rows[0]?.['before']).toBeGreaterThan(0)
  expect(rows[0]?.['after']).toBe(0)
})

test('upgrades arrive as one change, and as a removal with an addition', async () => {
  const [row] = await askLogs(
    `${changes} | summarize modified = countif(ChangeCategory == 'Modified'), added = countif(ChangeCategory == 'Added') by machine, SoftwareName, day = bin(TimeGenerated, 1h)
     | summarize modified = countif(modified > 0), added = countif(added > 0)`,
  )
  expect(row?.['modified']).toBeGreaterThan(20)
  const [pairs] = await askLogs(
    `${changes} | where ChangeCategory == 'Added' | join kind=inner (${changes} | where ChangeCategory == 'Removed') on _ResourceId, SoftwareName
     | where TimeGenerated - TimeGenerated1 between (1m .. 10m) and Current != Previous1 | count`,
  )
  expect(pairs?.['Count']).toBeGreaterThan(10)
})

test('maintenance windows come as bursts of updates, and Plant-South has none', async () => {
  const bursts = await askLogs(
    `${changes} | where SoftwareType == 'Update' | summarize updates = count() by machine, group = tostring(split(_ResourceId, '/')[4])`,
  )
  expect(bursts.length).toBeGreaterThan(15)
  expect(bursts.filter(({ group }) => group === 'rg-plant-south')).toEqual([])
})

test('daemons seem to change their run levels, services start and stop', async () => {
  const kinds = await askLogs(
    `ConfigurationChange | where ConfigChangeType != 'Software' | distinct ConfigChangeType, FieldsChanged | order by ConfigChangeType asc`,
  )
  expect(kinds).toEqual([
    { ConfigChangeType: 'Daemons', FieldsChanged: 'SvcRunlevels' },
    { ConfigChangeType: 'WindowsServices', FieldsChanged: 'SvcState' },
  ])
})
