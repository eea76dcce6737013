import { InfraError } from '@infra-analysis/core'
import { sandbox } from '@infra-analysis/sandbox'
import { expect, test } from 'vitest'
import { placeOnDemand } from '../../src/mcp/place.ts'
import { silentIo } from './io.ts'

const signIn = new InfraError('SignInRequired', 'Nobody is signed in', 'Run az login.')
const question = { engine: 'resource-graph', kql: 'resources', scope: {} } as const

test('a place is opened when it is first asked for, and once', async () => {
  let opened = 0
  const place = { source: sandbox({ machines: 2 }), scope: {} }
  const open = () => Promise.resolve(++opened).then(() => place)
  const ask = placeOnDemand({ sandbox: true }, silentIo({ open }))
  expect(opened).toBe(0)
  expect(await Promise.all([ask(), ask()])).toEqual([place, place])
  expect(opened).toBe(1)
})

test('one that cannot be opened refuses with the reason, until it can', async () => {
  const place = { source: sandbox({ machines: 2 }), scope: {} }
  const answers = [() => Promise.reject(signIn), () => Promise.resolve(place)]
  const ask = placeOnDemand({}, silentIo({ open: () => answers.shift()?.() ?? Promise.reject(signIn) }))
  const { source } = await ask()
  expect(() => source.query(question)).toThrow(signIn)
  expect(await ask()).toBe(place)
})

test('an id that cannot be one is a reason, too', async () => {
  const { source } = await placeOnDemand({ subscription: ['prod'] }, silentIo())()
  expect(() => source.query(question)).toThrow("'prod' is not a subscription id")
})

test('what is said of the sample fleet does not lead to Azure', async () => {
  const { source } = await placeOnDemand({ 'sandbox-machines': 20 }, silentIo())()
  expect(() => source.query(question)).toThrow('without --sandbox')
})

test('where nothing names a fleet, it is what the sign-in sees', async () => {
  const { source, scope } = await placeOnDemand({ credential: 'env' }, silentIo())()
  expect({ name: source.name, scope }).toEqual({
    name: 'azure',
    scope: { subscriptions: [], managementGroups: [], workspaces: [] },
  })
})
