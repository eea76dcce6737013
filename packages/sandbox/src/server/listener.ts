import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Engine } from '@infra-analysis/core'
import { clock } from '../clock.ts'
import { deliver } from './delivery.ts'
import { exchange, type Desk } from './exchange.ts'
import type { WireRequest } from './wire.ts'

/** A request that was answered, or cut off on purpose. */
export interface Seen {
  readonly method: string
  readonly path: string
  readonly engine?: Engine
  /** Which page of an answer was asked for, from 1. */
  readonly page?: number
  readonly status: number
}

/** Answers requests from a desk, and tells of each. */
export function listener(desk: Desk, tell: (seen: Seen) => void): RequestListener {
  return (incoming, response) => {
    const gone = new AbortController()
    response.on('close', () => gone.abort())
    const answer = async (): Promise<void> => {
      const request = await read(incoming)
      const { reply, faults, service, page } = await exchange(request, desk, gone.signal)
      const { method, path } = request
      tell({ method, path, ...(service && { engine: service.engine }), ...(page && { page }), status: reply.status })
      const headers = { ...reply.headers, ...headersOf(request) }
      await deliver({ ...reply, headers }, faults, response, desk.timer, gone.signal)
    }
    // Whoever asked has gone, or the connection was cut on purpose: nobody is left to tell.
    answer().catch(() => response.destroy())
  }
}

async function read(incoming: IncomingMessage): Promise<WireRequest> {
  const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://127.0.0.1')
  const { method = 'GET', headers } = incoming
  return {
    id: randomUUID(),
    method,
    path: decodeURI(pathname),
    search: searchParams,
    headers,
    body: await text(incoming),
  }
}

// The server's clock is the sandbox's: it stands still.
const headersOf = ({ id }: WireRequest) => ({
  date: clock.toUTCString(),
  'x-ms-request-id': id,
  'x-ms-correlation-request-id': id,
})
