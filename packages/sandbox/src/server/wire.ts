import type { IncomingHttpHeaders } from 'node:http'

/** A request that was read to its end. */
export interface WireRequest {
  /** Names the request in its answer's headers and errors. */
  readonly id: string
  readonly method: string
  readonly path: string
  readonly search: URLSearchParams
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** An answer; its body is written piece by piece as the caller reads it. */
export interface Reply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: Iterable<string>
}

const jsonType = { 'content-type': 'application/json; charset=utf-8' }

/** An answer of JSON that is text already. */
export const jsonText = (status: number, body: Iterable<string>): Reply => ({ status, headers: jsonType, body })

/** An answer of one JSON value. */
export const json = (status: number, value: unknown): Reply => jsonText(status, [JSON.stringify(value)])

/** Ends the work on a request with the service's refusal. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly reply: Reply

  constructor(reply: Reply) {
    super(`refused with status ${reply.status}`)
    this.reply = reply
  }
}
