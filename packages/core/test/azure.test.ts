import { parseFaults } from '@infra-analysis/sandbox/server'
import { expect, test } from 'vitest'
import { answer, everyId, graph, logs, wired } from './served.ts'

/** Real time: a stand-in that is late stays late. */
const slowly = {
  now: () => performance.now(),
  sleep: (milliseconds: number) => new Promise<void>((resolve) => void setTimeout(resolve, milliseconds).unref()),
}

test('one token for each audience', async () => {
  const { source, audiences } = await wired()
  for (const question of [graph(everyId), graph(everyId), logs('Heartbeat | take 1'), logs('Heartbeat | take 2')]) {
    await answer(source, question)
  }
  expect(audiences).toEqual(['https://management.azure.com/.default', 'https://api.loganalytics.io/.default'])
})

test('another cloud has its own endpoints and audiences', async () => {
  const { source, audiences, sent } = await wired({}, { cloud: 'usgov' })
  await answer(source, graph(everyId))
  await answer(source, logs('Heartbeat | take 1'))
  expect(audiences).toEqual(['https://management.usgovcloudapi.net/.default', 'https://api.loganalytics.us/.default'])
  expect(new Set(sent.map(({ url }) => new URL(url).origin))).toEqual(
    new Set(['https://management.usgovcloudapi.net', 'https://api.loganalytics.us']),
  )
})

test('who is not signed in is told so, in our words', async () => {
  const credential = { getToken: () => Promise.reject(new Error('secret text of a credential')) }
  const { source } = await wired({}, { credential })
  for (const question of [graph(everyId), logs('Heartbeat')]) {
    const refused = expect(answer(source, question)).rejects
    await refused.toMatchObject({ code: 'SignInRequired', message: 'Nobody is signed in to Azure' })
  }
})

test.each([graph(everyId), logs('Heartbeat | take 1')])(
  'an abort ends a request under way: $engine',
  async (question) => {
    const { source } = await wired({ faults: parseFaults('late=60s'), timer: slowly })
    const stop = new AbortController()
    const asked = answer(source, { ...question, signal: stop.signal })
    setTimeout(() => stop.abort(), 50)
    const started = performance.now()
    await expect(asked).rejects.toMatchObject({ code: 'Cancelled' })
    expect(performance.now() - started).toBeLessThan(2000)
  },
)

test('an abort does not wait for a credential', async () => {
  const credential = { getToken: () => new Promise<never>(() => undefined) }
  const { source } = await wired({}, { credential })
  const asked = answer(source, graph(everyId, { signal: AbortSignal.timeout(20) }))
  await expect(asked).rejects.toMatchObject({ code: 'Cancelled' })
})

test.each([graph(everyId), logs('Heartbeat | take 1')])('patience ends: $engine', async (question) => {
  const { source } = await wired({ faults: parseFaults('late=60s'), timer: slowly }, { patienceMs: 50 })
  await expect(answer(source, question)).rejects.toMatchObject({
    code: 'ServiceUnavailable',
    message: expect.stringMatching(/did not answer within/),
  })
})
