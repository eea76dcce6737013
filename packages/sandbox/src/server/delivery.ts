import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Fault, FaultKind } from './faults.ts'
import type { Timer } from './timer.ts'
import type { Reply } from './wire.ts'

const pieces = 8

/** Sends an answer as fast as the caller reads it, with what goes wrong on the way. Rejects when the connection ends before. */
export async function deliver(
  { status, headers, body }: Reply,
  faults: readonly Fault[],
  response: ServerResponse,
  timer: Timer,
  signal: AbortSignal,
): Promise<void> {
  const found = (kind: FaultKind) => faults.find((fault) => fault.kind === kind)
  if (found('reset')) return void response.destroy()
  const slow = found('slow')?.milliseconds
  const sent = found('truncate') ? half(body) : found('cut') ? cut(body) : body
  await send(status, headers, slow === undefined ? sent : trickled(sent, slow, timer, signal), response)
}

async function send(
  status: number,
  headers: Reply['headers'],
  body: Iterable<string> | AsyncIterable<string>,
  response: ServerResponse,
): Promise<void> {
  response.writeHead(status, headers)
  await pipeline(Readable.from(body), response)
}

function* half(body: Iterable<string>): Generator<string> {
  const text = [...body].join('')
  yield text.slice(0, Math.floor(text.length / 2))
}

function* cut(body: Iterable<string>): Generator<string> {
  yield* half(body)
  throw new Error('The connection is cut on purpose')
}

async function* trickled(
  body: Iterable<string>,
  milliseconds: number,
  timer: Timer,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const text = [...body].join('')
  const size = Math.ceil(text.length / pieces)
  for (let from = 0; from < text.length; from += size) {
    yield text.slice(from, from + size)
    await timer.sleep(milliseconds, signal)
  }
}
