import { sandbox } from '@infra-analysis/sandbox'
import { expect, test } from 'vitest'
import { visibleSubscriptions } from '../src/index.ts'

const source = sandbox()

test('lists the subscriptions that can be seen, in order', async () => {
  const { gaps, subscriptions } = await visibleSubscriptions({ source, scope: {} })
  expect(gaps).toEqual([])
  expect(subscriptions).toHaveLength(3)
  expect(subscriptions).toEqual(subscriptions.toSorted())
})

test('only those in scope are listed', async () => {
  const [first = ''] = (await visibleSubscriptions({ source, scope: {} })).subscriptions
  expect(await visibleSubscriptions({ source, scope: { subscriptions: [first] } })).toMatchObject({
    subscriptions: [first],
  })
})
