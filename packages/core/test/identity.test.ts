import { expect, test } from 'vitest'
import type { Machine } from '../src/directory.ts'
import { resolveMachines } from '../src/identity.ts'

const machine = (id: string, name: string, fqdn = '', computerName = name): Machine => ({
  machineId: `/machines/${id}`,
  name,
  computerName,
  fqdn,
  osType: 'Windows',
  agentStatus: 'Connected',
  site: '',
  location: '',
  resourceGroup: '',
  subscriptionId: '',
})
const machines = [
  machine('1', 'web-01', 'web-01.northwind.example'),
  machine('2', 'ERP', 'srv-erp.northwind.example', 'SRV-ERP'),
  machine('3', 'db-a', 'sql01.northwind.example', 'DB-A'),
  machine('4', 'db-b', 'sql01.fabrikam.example', 'DB-B'),
]

test.each([
  ['an ARM id in any case', '/MACHINES/1', '/machines/1'],
  ['an FQDN in any case', 'WEB-01.Northwind.Example', '/machines/1'],
  ['a host name', 'srv-erp', '/machines/2'],
  ['an ARM name', 'erp', '/machines/2'],
  ['an id that nobody has: the store decides', '/machines/9', '/machines/9'],
])('%s', (_, wanted, id) => {
  expect(resolveMachines([wanted], machines)).toEqual([id])
})

test('the same machine by two names is one machine', () => {
  expect(resolveMachines(['erp', 'SRV-ERP'], machines)).toEqual(['/machines/2'])
})

test('a short name that two machines share is refused, with both', () => {
  expect(() => resolveMachines(['sql01'], machines)).toThrow(
    expect.objectContaining({
      code: 'InvalidInput',
      message: "2 machines are called 'sql01'",
      hint: 'Give one of: sql01.northwind.example, sql01.fabrikam.example.',
    }),
  )
})

test('an unknown name is refused, with the nearest', () => {
  expect(() => resolveMachines(['web-10'], machines)).toThrow(
    expect.objectContaining({ message: "No machine in scope is called 'web-10'. Did you mean 'web-01'?" }),
  )
})
