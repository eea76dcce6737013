import { hostHeaderValidation, originValidation, toNodeHandler } from '@modelcontextprotocol/node'
import { createMcpHandler, type McpServerFactory } from '@modelcontextprotocol/server'
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { maxMessageBytes } from '../limits.ts'
import { loopback } from '../loopback.ts'
import { listening, type Address } from './address.ts'
import { onlyPath, onlyPost, onlyWith } from './guards.ts'
import { limits as usual, type Limits } from './limits.ts'

const path = '/mcp'

export interface HttpOptions {
  readonly address: Address
  readonly onError: (error: Error) => void
  readonly limits?: Limits
}

/** A server that listens. */
export interface Listening {
  /** Where clients find it: `http://127.0.0.1:3001/mcp`, or `unix:///path.sock#/mcp`. */
  readonly url: string
  /** Bearer token that every request must carry; a socket needs none. */
  readonly token?: string
  /** Ends every connection and call. */
  readonly close: () => Promise<void>
}

/**
 * Serves both eras over Streamable HTTP on this machine only: what a web page or another user could send is refused before it is read.
 * Throws InvalidInput for an address that cannot be listened on.
 */
export async function serveOverHttp(
  build: McpServerFactory,
  { address, onError, limits = usual }: HttpOptions,
): Promise<Listening> {
  // A token with a hyphen in front would read as an option behind --token.
  const token = 'socket' in address ? undefined : randomBytes(32).toString('hex')
  const maxRequestBodySize = maxMessageBytes
  const handler = createMcpHandler(build, { legacy: 'stateless', maxRequestBodySize, onerror: onError })
  const handle = toNodeHandler(handler, { maxRequestBodySize, onerror: onError })
  const guards = [
    // They look at no port.
    hostHeaderValidation([...loopback]),
    originValidation([...loopback]),
    onlyPath(path),
    onlyPost,
    ...(token === undefined ? [] : [onlyWith(token)]),
  ]
  const { headersTimeout, requestTimeout, checkingInterval, connections } = limits
  const timeouts = { headersTimeout, requestTimeout, connectionsCheckingInterval: checkingInterval }
  const server = createServer(timeouts, (request, response) => {
    const isWelcome = guards.every((guard) => guard(request, response))
    if (isWelcome) handle(request as Parameters<typeof handle>[0], response).catch(onError)
  })
  server.maxConnections = connections
  const url = await listening(server, address)
  return {
    url: url + path,
    ...(token !== undefined && { token }),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await Promise.all([closed, handler.close()])
    },
  }
}
