import { expect, test } from 'vitest'
import { supportOf } from '../src/lifecycle.ts'

const november = new Date('2026-11-20T09:00:00Z')

test.each([
  ['Windows Server 2012 R2 Standard', 'Ended', '2023-10-10'],
  ['Windows Server 2016 Datacenter', 'EndsSoon', '2027-01-12'],
  ['Windows Server 2022 Datacenter Azure Edition', 'Supported', '2031-10-14'],
  ['SQL Server 2012', 'Ended', '2022-07-12'],
  ['SQL Server 2014', 'EsuOnly', '2024-07-09'],
  ['SQL Server 2016', 'EsuOnly', '2026-07-14'],
  ['SQL2017-WS2016', 'Supported', '2027-10-12'],
  ['Ubuntu 24.04.3 LTS', 'Unknown', null],
  ['', 'Unknown', null],
])('%s: %s', (product, support, endsOn) => {
  expect(supportOf(product, november)).toEqual({ support, endsOn })
})

test('the last day counts', () => {
  expect(supportOf('Windows Server 2016', new Date('2027-01-12T23:00:00Z')).support).toBe('EndsSoon')
  expect(supportOf('Windows Server 2016', new Date('2027-01-13T00:00:00Z')).support).toBe('EsuOnly')
})
