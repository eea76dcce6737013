import {
  INVALID_REQUEST,
  PARSE_ERROR,
  parseJSONRPCMessage,
  type JSONRPCErrorResponse,
} from '@modelcontextprotocol/server'
import { Transform } from 'node:stream'
import { maxMessageBytes } from '../limits.ts'

const newline = 0x0a

/** Passes on the lines that are messages of JSON-RPC, and has the others refused, so that a client hears what is wrong. */
export function messagesOnly(refuse: (refusal: JSONRPCErrorResponse) => void): Transform {
  let parts: Buffer[] = []
  let size = 0
  return new Transform({
    transform(chunk: Buffer, _, done) {
      for (let start = 0; start < chunk.length;) {
        const end = chunk.indexOf(newline, start)
        const part = chunk.subarray(start, end < 0 ? undefined : end)
        size += part.length
        // What is too large is counted and not kept.
        if (size <= maxMessageBytes) parts.push(part)
        if (end < 0) break
        const line = Buffer.concat(parts).toString()
        const refusal = size > maxMessageBytes ? tooLarge : refusalOf(line)
        if (refusal) refuse(refusal)
        else if (line.trim() !== '') this.push(`${line}\n`)
        parts = []
        size = 0
        start = end + 1
      }
      done()
    },
  })
}

// Where the id cannot be read, the protocol has none.
const error = (code: number, message: string): JSONRPCErrorResponse => ({ jsonrpc: '2.0', error: { code, message } })

const tooLarge = error(INVALID_REQUEST, `A message has at most ${maxMessageBytes} bytes`)

function refusalOf(line: string): JSONRPCErrorResponse | undefined {
  if (line.trim() === '') return undefined
  let message: unknown
  try {
    message = JSON.parse(line)
  } catch {
    return error(PARSE_ERROR, 'Parse error: a line is not JSON')
  }
  try {
    parseJSONRPCMessage(message)
  } catch {
    const { id } = (message ?? {}) as { id?: unknown }
    const refusal = error(INVALID_REQUEST, 'Invalid Request: a line is no message of JSON-RPC 2.0')
    return typeof id === 'string' || typeof id === 'number' ? { ...refusal, id } : refusal
  }
}
