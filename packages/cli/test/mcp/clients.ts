import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio'
import { PassThrough } from 'node:stream'
import { onTestFinished } from 'vitest'
import type { Host } from '../../src/mcp/host.ts'
import { serveOverHttp, type Listening } from '../../src/mcp/http/serve.ts'
import type { Limits } from '../../src/mcp/http/limits.ts'
import { buildServer } from '../../src/mcp/server.ts'
import { serveOverStdio } from '../../src/mcp/stdio.ts'

const modes = { modern: { pin: '2026-07-28' }, legacy: 'legacy' } as const

/** Every way in which a client can reach the server. */
export const ways = [
  ['stdio', 'modern'],
  ['stdio', 'legacy'],
  ['http', 'modern'],
  ['http', 'legacy'],
] as const satisfies readonly (readonly ['stdio' | 'http', keyof typeof modes])[]

/** The official client of an era, connected until the test ends. */
export async function connected(host: Host, [way, era]: (typeof ways)[number]): Promise<Client> {
  const client = new Client({ name: 'test', version: '0' }, { versionNegotiation: { mode: modes[era] } })
  await client.connect(await (way === 'stdio' ? overStreams(host) : overHttp(host)))
  onTestFinished(() => client.close())
  return client
}

/** A server on streams of this process, until the test ends. */
export function streams(host: Host): { toServer: PassThrough; fromServer: PassThrough; ended: Promise<void> } {
  const [toServer, fromServer] = [new PassThrough(), new PassThrough()]
  const ended = serveOverStdio(() => buildServer(host), {
    stdin: toServer,
    stdout: fromServer,
    onError: host.log.trouble,
  })
  onTestFinished(async () => {
    toServer.end()
    await ended
  })
  return { toServer, fromServer, ended }
}

// Both ends of a pipe speak alike.
function overStreams(host: Host) {
  const { toServer, fromServer } = streams(host)
  return new StdioServerTransport(fromServer, toServer)
}

/** A server on a free port, until the test ends. */
export async function listen(host: Host, limits?: Limits): Promise<Listening> {
  const address = { host: '127.0.0.1', port: 0 }
  const listening = await serveOverHttp(() => buildServer(host), {
    address,
    onError: host.log.trouble,
    ...(limits && { limits }),
  })
  onTestFinished(() => listening.close())
  return listening
}

async function overHttp(host: Host) {
  const { url, token } = await listen(host)
  return new StreamableHTTPClientTransport(new URL(url), {
    requestInit: { headers: { authorization: `Bearer ${token}` } },
  })
}
