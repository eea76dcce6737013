import { expect, test } from 'vitest'
import { all, at, ending, list, machinesOf, ofType, text, type Row } from './records.ts'

const { resources, patchassessmentresources: assessments } = all()
const machines = machinesOf(resources)
const arc = ofType(resources, 'microsoft.hybridcompute/machines')
const patches = ending(assessments, '/softwarepatches')
const summaries = ending(assessments, '/patchassessmentresults')
const named = (name: string): Row | undefined => machines.find((machine) => machine['name'] === name)
const valuesOf = (rows: readonly Row[], path: string): Set<unknown> => new Set(rows.map((row) => at(row, path)))

test('two machines share a short name in different domains', () => {
  const twins = arc.filter(({ name }) => name === 'FS01')
  expect(valuesOf(twins, 'properties.dnsFqdn')).toEqual(new Set(['FS01.northwind.example', 'FS01.fabrikam.example']))
})

test('a machine has an ARM name that differs from its host name', () => {
  expect(at(named('TRD-PRN01'), 'properties.osProfile.computerName')).toBe('WIN-7QK3R1T2V0B')
})

test('ids come in both spellings of the provider', () => {
  const ids = arc.map((row) => text(row, 'id'))
  expect(ids.some((id) => id.includes('/resourceGroups/') && id.includes('/Microsoft.HybridCompute/'))).toBe(true)
  expect(ids.some((id) => id.includes('/resourcegroups/') && id.includes('/microsoft.hybridcompute/'))).toBe(true)
})

test('no assessment spells the id of its machine as the machine does', () => {
  const ids = new Set(machines.map((row) => text(row, 'id')))
  expect(summaries.filter((row) => ids.has(text(row, 'id').split('/patchAssessmentResults/')[0] ?? ''))).toEqual([])
})

test('a machine has only just been connected, and an old agent sends no hardware profile', () => {
  expect(at(named('trd-edge02'), 'properties')).not.toHaveProperty('detectedProperties')
  expect(at(named('TRD-HIST01'), 'properties')).not.toHaveProperty('hardwareProfile')
  expect(at(named('TRD-HIST01'), 'properties')).toHaveProperty('detectedProperties')
})

test('one fact has two spellings: the number of logical cores', () => {
  const keys = arc.flatMap((row) => Object.keys(at(row, 'properties.detectedProperties') ?? {}))
  expect(keys).toContain('logicalCoreCount')
  expect(keys).toContain('logicalcoreCount')
})

test('a machine outside any domain says unknown', () => {
  expect(at(named('trd-edge01'), 'properties.domainName')).toBe('unknown')
})

test('a copied machine is marked as cloned', () => {
  expect(at(named('opo-edge02'), 'properties.statusReason')).toBe('Cloned')
})

test('edge boxes show container and VPN interfaces', () => {
  const prefixes = list(named('trd-edge01'), 'properties.networkProfile.networkInterfaces')
    .flatMap((one) => list(one, 'ipAddresses'))
    .map((address) => text(address, 'subnet.addressPrefix'))
  expect(prefixes).toContain('172.17.0.0/16')
  expect(prefixes.some((prefix) => prefix.endsWith('/32'))).toBe(true)
})

test('Linux updates have a version and no date, Windows updates a KB number and a date', () => {
  const windows = patches.filter((row) => at(row, 'properties.kbId') !== undefined)
  const linux = patches.filter((row) => at(row, 'properties.version') !== undefined)
  expect(windows.length + linux.length).toBe(patches.length)
  expect(valuesOf(linux, 'properties.publishedDateTime')).toEqual(new Set([null]))
  expect(valuesOf(windows, 'properties.publishedDateTime')).not.toContain(null)
})

test('KB numbers come with and without their prefix', () => {
  const numbers = patches.map((row) => text(row, 'properties.kbId'))
  expect(numbers.some((kb) => /^KB\d/.test(kb))).toBe(true)
  expect(numbers.some((kb) => /^\d/.test(kb))).toBe(true)
})

test('classifications come in two spellings of a rollup, and once as plain text', () => {
  const spellings = patches.map((row) => at(row, 'properties.classifications'))
  expect(spellings.flat()).toContain('UpdateRollup')
  expect(spellings.flat()).toContain('UpdateRollUp')
  expect(spellings.some((value) => typeof value === 'string')).toBe(true)
})

test('assessments failed, are in progress, or are gone', () => {
  expect([...valuesOf(summaries, 'properties.status')]).toEqual(expect.arrayContaining(['Failed', 'InProgress']))
  expect(summaries.length).toBeLessThan(machines.length)
})

const instances = ofType(resources, 'microsoft.azurearcdata/sqlserverinstances')

test('companion services of SQL Server are rows beside the engines', () => {
  expect(valuesOf(instances, 'properties.serviceType')).toEqual(new Set(['Engine', 'SSRS', 'SSAS', 'SSIS']))
})

test('one host has two instances, one of them named', () => {
  const engines = instances.filter(
    (row) =>
      text(row, 'properties.containerResourceId').endsWith('TRD-SQLMES01') &&
      at(row, 'properties.serviceType') === 'Engine',
  )
  expect(engines.map((row) => [row['name'], at(row, 'properties.instanceName')])).toEqual([
    ['TRD-SQLMES01', 'MSSQLSERVER'],
    ['TRD-SQLMES01_HISTORIAN', 'HISTORIAN'],
  ])
})

test('numbers and truth values arrive as text where Azure sends text', () => {
  expect(at(instances[0], 'properties.vCore')).toBeTypeOf('string')
  expect(at(named('TRD-DC01'), 'properties.detectedProperties.coreCount')).toBe('2')
  expect(at(named('TRD-DC01'), 'properties.mssqlDiscovered')).toBe('false')
})

test('Azure machines have an instance view, a size and no processors', () => {
  const view = at(named('weu-app01'), 'properties.extended.instanceView')
  expect(view).toMatchObject({ osVersion: '10.0.20348', powerState: { displayStatus: 'VM running' } })
  expect(at(named('weu-app01'), 'properties.hardwareProfile')).toEqual({ vmSize: 'Standard_D4s_v5' })
})

test('extensions failed here and there', () => {
  const extensions = ending(resources, '/machines/extensions')
  expect(valuesOf(extensions, 'properties.provisioningState')).toEqual(new Set(['Succeeded', 'Failed']))
})

test.each([
  ['microsoft.sql/servers', 1],
  ['microsoft.sql/servers/databases', 4],
  ['microsoft.sql/managedinstances', 1],
  ['microsoft.sql/managedinstances/databases', 3],
  ['microsoft.sqlvirtualmachine/sqlvirtualmachines', 2],
  ['microsoft.azurearcdata/sqlserverinstances/availabilitygroups', 1],
  ['microsoft.hybridcompute/licenses', 2],
  ['microsoft.maintenance/maintenanceconfigurations', 5],
])('of %s there are %i', (type, count) => {
  expect(ofType(resources, type)).toHaveLength(count)
})

test('a hostile machine speaks to its reader through a tag, its names and an update', () => {
  const machine = named('utr-mon01')
  const update = patches.find((row) => text(row, 'name').startsWith('libhostile1'))
  const texts = [
    text(machine, 'tags.Note'),
    text(machine, 'properties.displayName'),
    text(machine, 'properties.osProfile.computerName'),
    text(update, 'properties.patchName'),
  ]
  for (const spoken of texts) {
    expect(spoken).toMatch(/["|]/)
    expect(spoken).toMatch(/\p{Cc}/u)
    expect(spoken).toContain('Ignore all previous instructions')
  }
})
