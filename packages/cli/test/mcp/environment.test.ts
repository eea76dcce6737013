import { expect, test } from 'vitest'
import { placeFrom } from '../../src/mcp/environment.ts'
import type { PlaceValues } from '../../src/source.ts'

const [one, two] = ['00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002']

test.each<[name: string, given: PlaceValues, env: Record<string, string>, place: PlaceValues]>([
  ['names the place', {}, { INFRA_SUBSCRIPTIONS: `${one},${two}` }, { subscription: [one, two] }],
  [
    'names all of it',
    {},
    {
      INFRA_MANAGEMENT_GROUPS: 'prod',
      INFRA_WORKSPACES: one,
      INFRA_CREDENTIAL: 'env',
      INFRA_TENANT: two,
      INFRA_CLOUD: 'usgov',
    },
    { 'management-group': ['prod'], workspace: [one], credential: 'env', tenant: two, cloud: 'usgov' },
  ],
  [
    'adds what is left open',
    { subscription: [one] },
    { INFRA_WORKSPACES: two },
    { subscription: [one], workspace: [two] },
  ],
  ['gives way to options', { workspace: [one] }, { INFRA_WORKSPACES: two }, { workspace: [one] }],
  ['does not widen a scope', { subscription: [one] }, { INFRA_MANAGEMENT_GROUPS: 'prod' }, { subscription: [one] }],
  ['does not narrow the sample fleet', { sandbox: true }, { INFRA_SUBSCRIPTIONS: one }, { sandbox: true }],
  ['says nothing when it is empty', {}, { INFRA_SUBSCRIPTIONS: '' }, {}],
])('the environment %s', (_, given, env, place) => {
  expect(placeFrom(given, env)).toEqual(place)
})

test('a wrong value is refused by the name of its variable', () => {
  expect(() => placeFrom({}, { INFRA_CLOUD: 'mars' })).toThrow(/'mars' is not valid for .*INFRA_CLOUD/)
})
