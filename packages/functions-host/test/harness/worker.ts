// worker.ts <entry file>: runs the built app as the Functions host and its worker would, and serves it on loopback at HARNESS_PORT.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { provideFunctionsCore } from './functions-core.ts'
import { passOn, triggered } from './http-trigger.ts'
import { invoke } from './invoke.ts'
import { extensionAnswer, type Invoke } from './mcp-extension.ts'
import { authenticated, hasKey } from './platform.ts'

const isForked = process.send !== undefined
const log = (level: string, category: string, message: string, invocationId?: string): void => {
  if (isForked) process.send?.({ log: { level, category, message, invocationId } })
  else process.stderr.write(`${level} ${message}\n`)
}
const core = provideFunctionsCore(log)
await import(pathToFileURL(process.argv[2] ?? '').href)
await core.start()
const call: Invoke = (registered, inputs) => invoke(core, registered, inputs, log)

async function served(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname
  const isOpen = path === '/api/health'
  const passed = isOpen ? { headers: request.headers } : authenticated(request.headers, process.env)
  if ('refused' in passed) return void response.writeHead(passed.refused).end()
  if (path === '/runtime/webhooks/mcp') return webhook(request, passed.headers, response)
  const found = triggered(core, path)
  if (!found) return void response.writeHead(404).end()
  const needsKey = found.authLevel !== 'anonymous'
  if (needsKey && !hasKey(request.headers, process.env)) return void response.writeHead(401).end()
  await passOn(request, passed.headers, response, found, core, call)
}

async function webhook(
  request: IncomingMessage,
  headers: IncomingMessage['headers'],
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') return void response.writeHead(405).end()
  if (!hasKey(headers, process.env)) return void response.writeHead(401).end()
  const accepts = ['application/json', 'text/event-stream'].every((type) => headers.accept?.includes(type))
  if (!accepts) return void response.writeHead(406).end()
  const message = (await json(request)) as Parameters<typeof extensionAnswer>[0]
  const answer = await extensionAnswer(message, headers, core, call)
  if (!answer) return void response.writeHead(202).end()
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  response.end(`event: message\ndata: ${JSON.stringify(answer)}\n\n`)
}

const server = createServer((request, response) => {
  served(request, response).catch((error: unknown) => {
    log('error', 'harness', String(error))
    if (!response.headersSent) response.writeHead(500)
    response.end()
  })
})
server.listen(Number(process.env['HARNESS_PORT'] ?? 0), '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  const functions = [...core.functions.values()].map(({ name, bindings }) => ({ name, bindings }))
  if (isForked) process.send?.({ listening: { port, functions } })
  else process.stdout.write(`http://127.0.0.1:${port}/runtime/webhooks/mcp\n`)
})
process.on('disconnect', () => process.exit(0))
