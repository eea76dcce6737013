import { BlobServiceClient } from '@azure/storage-blob'
import { tools } from '../../packages/core/src/index.ts'
import { settingsOf } from '../../packages/functions-host/src/settings.ts'
import { blobStore, containerOf } from '../../packages/functions-host/src/store.ts'
import { poisonHandler } from '../../packages/functions-host/src/triggers/poison.ts'
import { queueHandler } from '../../packages/functions-host/src/triggers/queue.ts'
import { toolThat } from '../../packages/functions-host/test/host.ts'
import { meansWith } from '../../packages/functions-host/test/triggers/means.ts'
import { beforeAll, expect, test } from 'vitest'
import { type Azurite, azurite } from './azurite.ts'
import { queueHost } from './queue-host.ts'

let storage: Azurite
beforeAll(async () => {
  storage = await azurite()
  return () => storage.close()
})

const callables = [
  ...tools().map((tool) => ({ ...tool, owner: tool.analysis.id })),
  toolThat(() => Promise.reject(new TypeError('broken')), 'get_broken'),
]

/** A host on a queue of this name, with a container of its own. */
async function hosted(name: string) {
  const settings = settingsOf({ AzureWebJobsStorage: storage.connection, INFRA_CONTAINER: name, INFRA_QUEUE: name })
  const store = blobStore(containerOf(settings))
  const { lines, ...means } = { ...meansWith(callables), store }
  const host = await queueHost(storage.connection, name, queueHandler(means), poisonHandler(means))
  return { ...host, lines, store, results: () => blobsIn(name) }
}

/** The documents of a container, by name. */
async function blobsIn(container: string): Promise<Record<string, unknown>> {
  const client = BlobServiceClient.fromConnectionString(storage.connection).getContainerClient(container)
  const found: Record<string, unknown> = {}
  for await (const { name, properties } of client.listBlobsFlat()) {
    expect(properties.contentType).toBe('application/json; charset=utf-8')
    found[name] = JSON.parse((await client.getBlobClient(name).downloadToBuffer()).toString())
  }
  return found
}

test('a message becomes a result blob', async () => {
  const { drain, results, send } = await hosted('answered')
  await send({ tool: 'get_patching_level', arguments: { limit: 2 }, id: 'mine' })
  await send('not a call')
  expect(await drain()).toEqual([])
  expect(await results()).toMatchObject({
    'results/2026-11-20/invocation-1.json': { id: 'mine', code: 'ok', result: { rows: { length: 2 } } },
    'results/2026-11-20/invocation-2.json': { code: 'InvalidInput' },
  })
})

test('a message that fails five times is given up: written down, and answered', async () => {
  const { drain, lines, results, send } = await hosted('given-up')
  await send({ tool: 'get_broken', id: 'mine' })
  expect(await drain()).toEqual(Array.from({ length: 5 }, () => 'Error: Defect: the host tries again'))
  expect(await results()).toMatchObject({
    'results/2026-11-20/invocation-6.json': { id: 'mine', code: 'ServiceUnavailable' },
  })
  const outcomes = lines.filter(({ msg }) => msg === 'audit').map(({ outcome }) => outcome)
  expect(outcomes).toEqual([...Array.from({ length: 5 }, () => 'Defect'), 'ServiceUnavailable'])
})

test('what is stored is found again, and what is not is no error', async () => {
  const { store } = await hosted('found-again')
  await store.put('reports/a.html', '<p>größer</p>', 'text/html')
  await store.put('reports/a.html', '<p>größer, neu</p>', 'text/html')
  expect(await store.get('reports/a.html')).toBe('<p>größer, neu</p>')
  expect(await store.get('reports/b.html')).toBeUndefined()
})

test('storage that does not answer is an error, and the next try is a new one', async () => {
  let tries = 0
  const { store } = await hosted('later')
  const flaky = blobStore(async () => {
    if (++tries === 1) throw new Error('not yet')
    const settings = settingsOf({ AzureWebJobsStorage: storage.connection, INFRA_CONTAINER: 'later' })
    return containerOf(settings)()
  })
  await expect(flaky.put('a', 'b', 'application/json')).rejects.toThrow('not yet')
  await flaky.put('a', 'b', 'application/json')
  expect(await store.get('a')).toBe('b')
})
