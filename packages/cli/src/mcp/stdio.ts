import type { McpServerFactory } from '@modelcontextprotocol/server'
import { serveStdio, StdioServerTransport } from '@modelcontextprotocol/server/stdio'
import { pipeline, type Readable, type Writable } from 'node:stream'
import { messagesOnly } from './stdio/messages.ts'

export interface Streams {
  readonly stdin: Readable
  readonly stdout: Writable
  readonly signal?: AbortSignal | undefined
  readonly onError: (error: Error) => void
}

/** Serves one client of either era until one of its streams ends or the signal aborts; what it still waits for is stopped. */
export async function serveOverStdio(
  build: McpServerFactory,
  { stdin, stdout, signal, onError }: Streams,
): Promise<void> {
  const messages = messagesOnly((refusal) => stdout.write(`${JSON.stringify(refusal)}\n`))
  const over = new Promise((resolve) => messages.once('close', resolve))
  const stop = () => messages.destroy()
  pipeline(stdin, messages, stop)
  stdout.once('error', stop)
  signal?.addEventListener('abort', stop, { once: true })
  if (signal?.aborted) stop()

  const server = serveStdio(build, { transport: new StdioServerTransport(messages, stdout), onerror: onError })
  await over
  await server.close()
  stdin.destroy()
}
