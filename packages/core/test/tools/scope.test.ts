import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import { scope as where } from '@infra-analysis/sandbox'
import { expect, test } from 'vitest'
import type { Question, Scope } from '../../src/index.ts'
import { call, pageOf, place, textOf } from './sandbox.ts'

const [first = '', second = '', third = ''] = where.subscriptions

/** What a call asks the store, where the host allows this. */
async function asked(
  scope: Scope,
  args: object,
  name: 'get_server_metadata' | 'get_anomalies' = 'get_server_metadata',
) {
  const scopes: Scope[] = []
  const source = {
    ...place.source,
    query: (question: Question) => {
      scopes.push(question.scope)
      return place.source.query(question)
    },
  }
  const reply = await call(name, args, { place: { source, scope } })
  return { scopes, reply }
}

test('without a scope of its own, a call asks what the host has configured', async () => {
  const { scopes, reply } = await asked({ subscriptions: [first, second] }, {})
  expect(scopes).toEqual([{ subscriptions: [first, second], workspaces: [] }])
  expect(reply.outcome.scope).toEqual(scopes[0])
  expect(pageOf(reply).evidence['scope']).toEqual({ subscriptions: [first, second] })
})

test('a call narrows the scope of the host', async () => {
  const { scopes } = await asked({ subscriptions: [first, second] }, { subscriptions: second.toUpperCase() })
  expect(scopes).toEqual([{ subscriptions: [second], workspaces: [] }])
})

test('where the host has configured nothing, a call may choose', async () => {
  const { scopes } = await asked({}, { subscriptions: [second], workspaces: [where.workspace] }, 'get_anomalies')
  expect(new Set(scopes.map((scope) => JSON.stringify(scope)))).toEqual(
    new Set([JSON.stringify({ subscriptions: [second], workspaces: [where.workspace] })]),
  )
})

test.each([
  ['subscriptions', { subscriptions: [first] }, { subscriptions: [second] }, first],
  ['workspaces', { workspaces: [where.workspace] }, { workspaces: [where.branchWorkspace] }, where.workspace],
])('%s that the host does not allow are refused before anything is asked', async (name, scope, args, allowed) => {
  const { scopes, reply } = await asked(scope, args, 'get_anomalies')
  expect(scopes).toEqual([])
  expect(reply.outcome).toMatchObject({ code: 'InvalidInput', scope })
  expect(textOf(reply)).toContain(name)
  expect(textOf(reply)).toContain(allowed)
})

test('of many that are allowed a few are listed, in few words', async () => {
  const { reply } = await asked({ subscriptions: [first, second, third] }, { subscriptions: [where.workspace] })
  expect(textOf(reply)).toContain(`Allowed: ${first}, ${second} and 1 more`)
  expect(encode(textOf(reply)).length).toBeLessThanOrEqual(200)
})

test('no subscription can be chosen within management groups', async () => {
  const { scopes, reply } = await asked({ managementGroups: [where.managementGroup] }, { subscriptions: [first] })
  expect(scopes).toEqual([])
  expect(textOf(reply)).toContain('Leave out subscriptions.')
})
