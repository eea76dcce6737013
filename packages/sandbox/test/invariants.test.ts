import { describe, expect, test } from 'vitest'
import { clock, fleet } from '../src/index.ts'
import { all, at, ending, machinesOf, ofType, parentOf, text, type Row } from './records.ts'

const sum = (numbers: readonly unknown[]): number =>
  numbers.reduce<number>((total, number) => total + Number(number), 0)

describe.each([60, 2000])('a fleet of %i machines', (machines) => {
  const tables = all({ machines })
  const idOf = (row: Row): string => text(row, 'id').toLowerCase()
  const machineIds = new Set(machinesOf(tables.resources).map(idOf))

  test('has that many machines, each once', () => {
    expect(machinesOf(tables.resources)).toHaveLength(machines)
    expect(machineIds.size).toBe(machines)
  })

  test.each(Object.entries(tables))('has unique ids in %s, with type and resource group in lower case', (_, rows) => {
    expect(new Set(rows.map(idOf)).size).toBe(rows.length)
    const columns = rows.map((row) => text(row, 'type') + text(row, 'resourceGroup'))
    expect(columns.filter((value) => value !== value.toLowerCase())).toEqual([])
  })

  test('has a machine for every patch row, extension, instance, interface and assignment', () => {
    const named = (type: string, path: string): string[] =>
      ofType(tables.resources, type).map((row) => text(row, path).toLowerCase())
    const parents = [
      ...tables.patchassessmentresources.map((row) => parentOf(row, '/patchassessmentresults/')),
      ...tables.patchinstallationresources.map((row) => parentOf(row, '/patchinstallationresults/')),
      ...tables.maintenanceresources.map((row) => text(row, 'properties.resourceId').toLowerCase()),
      ...ending(tables.resources, '/extensions').map((row) => parentOf(row, '/extensions/')),
      ...named('microsoft.azurearcdata/sqlserverinstances', 'properties.containerResourceId'),
      ...named('microsoft.sqlvirtualmachine/sqlvirtualmachines', 'properties.virtualMachineResourceId'),
      ...named('microsoft.network/networkinterfaces', 'properties.virtualMachine.id'),
    ]
    expect(parents.length).toBeGreaterThan(machines)
    expect(parents.filter((id) => !machineIds.has(id))).toEqual([])
  })

  test('has an instance for every database', () => {
    const instances = new Set(ofType(tables.resources, 'microsoft.azurearcdata/sqlserverinstances').map(idOf))
    const databases = ofType(tables.resources, 'microsoft.azurearcdata/sqlserverinstances/databases')
    expect(databases.length).toBeGreaterThan(0)
    expect(databases.filter((row) => !instances.has(parentOf(row, '/databases/')))).toEqual([])
  })

  test('counts as many missing updates as it lists', () => {
    const listed = new Map<string, number>()
    for (const row of ending(tables.patchassessmentresources, '/softwarepatches')) {
      const machine = parentOf(row, '/patchassessmentresults/')
      listed.set(machine, (listed.get(machine) ?? 0) + 1)
    }
    const summaries = ending(tables.patchassessmentresources, '/patchassessmentresults')
    const counted = summaries.map((row) =>
      sum(Object.values(at(row, 'properties.availablePatchCountByClassification') ?? {})),
    )
    expect(counted).toEqual(summaries.map((row) => listed.get(parentOf(row, '/patchassessmentresults/')) ?? 0))
    expect(sum(counted)).toBeGreaterThan(machines)
  })

  test('counts in its runs as many updates as it lists', () => {
    const runs = ending(tables.patchinstallationresources, '/patchinstallationresults')
    const counts = ['installed', 'failed', 'pending'].flatMap((state) =>
      runs.map((row) => at(row, `properties.${state}PatchCount`)),
    )
    expect(sum(counts)).toBe(ending(tables.patchinstallationresources, '/softwarepatches').length)
  })

  test('keeps assessments 7 days and runs 30, and nothing of them lies in the future', () => {
    const ages = (rows: readonly Row[]): number[] =>
      rows.map((row) => (clock.getTime() - Date.parse(text(row, 'properties.lastModifiedDateTime'))) / 86_400_000)
    const assessed = ages(tables.patchassessmentresources)
    const installed = ages(tables.patchinstallationresources)
    expect(Math.max(...assessed)).toBeLessThan(7)
    expect(Math.max(...installed)).toBeLessThan(30)
    expect(Math.min(...assessed, ...installed)).toBeGreaterThan(0)
  })

  test('assesses and installs no update before it is published', () => {
    const rows = [...tables.patchassessmentresources, ...tables.patchinstallationresources]
    const early = rows.filter(
      (row) => text(row, 'properties.publishedDateTime') > text(row, 'properties.lastModifiedDateTime'),
    )
    expect(early).toEqual([])
  })

  test('reports no backup that is newer than the report', () => {
    const databases = ofType(tables.resources, 'microsoft.azurearcdata/sqlserverinstances/databases')
    const impossible = databases.filter((row) =>
      ['lastFullBackup', 'lastLogBackup'].some(
        (kind) => text(row, `properties.backupInformation.${kind}`) > text(row, 'properties.lastDatabaseUploadTime'),
      ),
    )
    expect(impossible).toEqual([])
  })

  test('puts the databases of a server on its disks', () => {
    const tooSmall = fleet({ machines }).filter(({ sql, disks }) => {
      const databaseMB = sum(sql.flatMap(({ databases }) => databases).map(({ sizeMB }) => sizeMB))
      return databaseMB * 2 ** 20 > sum(disks.map(({ sizeBytes }) => sizeBytes))
    })
    expect(tooSmall.map(({ name }) => name)).toEqual([])
  })
})

test('fifty of sixty machines are connected through Arc, and twenty SQL Server engines run on seventeen hosts', () => {
  const machines = fleet()
  expect(machines.filter(({ kind }) => kind === 'arc')).toHaveLength(50)
  const hosts = machines.filter(({ sql }) => sql.length > 0)
  expect(hosts).toHaveLength(17)
  expect(hosts.flatMap(({ sql }) => sql).filter(({ serviceType }) => serviceType === 'Engine')).toHaveLength(20)
  const statuses: Record<string, number> = {}
  for (const { agent } of machines) statuses[agent.status] = (statuses[agent.status] ?? 0) + 1
  expect(statuses).toEqual({
    Connected: 43,
    Disconnected: 4,
    Expired: 2,
    Error: 1,
    'VM running': 9,
    'VM deallocated': 1,
  })
})
