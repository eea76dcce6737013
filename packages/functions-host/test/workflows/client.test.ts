import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { InvocationContext } from '@azure/functions'
import * as df from 'durable-functions'
import { expect, test } from 'vitest'
import { start, stateOf } from '../../src/workflows/client.ts'

/** The real client before a stand-in of the extension that answers all with one status; and what it was asked. */
async function clientBefore(statusCode: number, body: object) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    response.writeHead(statusCode, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const input = df.input.durableClient()
  const invocation = new InvocationContext({ functionName: 'f', options: { extraInputs: [input] } })
  const rpcBaseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/durabletask/`
  invocation.extraInputs.set(input, { taskHubName: 'hub', creationUrls: {}, managementUrls: {}, rpcBaseUrl })
  return { client: df.getClient(invocation), asked, close: () => server.close() }
}

test('an id that the extension does not know is no state, and any other failure is an outage', async () => {
  const unknown = await clientBefore(404, { message: 'no such instance' })
  expect(await stateOf(unknown.client, 'one')).toBeUndefined()
  unknown.close()
  const broken = await clientBefore(500, { message: 'c4n4ry' })
  await expect(stateOf(broken.client, 'one')).rejects.toMatchObject({ code: 'ServiceUnavailable' })
  await expect(stateOf(broken.client, 'one')).rejects.not.toThrow('c4n4ry')
  await expect(start(broken.client, 'fleet_review', 'one', {})).rejects.toMatchObject({ code: 'ServiceUnavailable' })
  broken.close()
})

test('starts an instance under the id that it is given', async () => {
  const { asked, client, close } = await clientBefore(202, { id: 'one' })
  await start(client, 'fleet_review', 'one', { some: 'input' })
  close()
  expect(asked).toEqual(['POST /durabletask/orchestrators/fleet_review/one'])
})
