import { randomUUID } from 'node:crypto'
import { type IncomingHttpHeaders, type IncomingMessage, request as send, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import type { Data, FunctionsCore, Registered } from './functions-core.ts'
import type { Invoke } from './mcp-extension.ts'

/** A function with an HTTP trigger, and what its route has found in the path. */
export interface Triggered {
  readonly registered: Registered
  readonly authLevel: unknown
  readonly params: Readonly<Record<string, string>>
}

/** The function that a path of `/api` leads to. */
export function triggered(core: FunctionsCore, path: string): Triggered | undefined {
  for (const registered of core.functions.values()) {
    const binding = Object.values(registered.bindings).find(({ type }) => type === 'httpTrigger')
    if (!binding) continue
    const route = (binding.route ?? registered.name).replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')
    const match = new RegExp(`^/api/${route}$`).exec(path)
    if (match) return { registered, authLevel: binding['authLevel'], params: { ...match.groups } }
  }
  return undefined
}

/** Hands a request to a function with an HTTP trigger, through the stream of the library when the app has opened it. */
export async function passOn(
  incoming: IncomingMessage,
  headers: IncomingHttpHeaders,
  outgoing: ServerResponse,
  found: Triggered,
  core: FunctionsCore,
  invoke: Invoke,
): Promise<void> {
  const uri = core.capabilities['HttpUri']
  if (uri) await streamed(incoming, headers, outgoing, found, uri, invoke)
  else await whole(incoming, headers, outgoing, found, invoke)
}

async function streamed(
  incoming: IncomingMessage,
  headers: IncomingHttpHeaders,
  outgoing: ServerResponse,
  { params, registered }: Triggered,
  uri: string,
  invoke: Invoke,
): Promise<void> {
  const invocationId = randomUUID()
  const forwarded = {
    ...headers,
    'x-forwarded-host': headers.host,
    'x-forwarded-proto': 'http',
    'x-ms-invocation-id': invocationId,
  }
  const proxied = send(
    new URL(incoming.url ?? '/', uri),
    { method: incoming.method, headers: forwarded },
    (response) => {
      outgoing.writeHead(response.statusCode ?? 500, response.headers)
      response.pipe(outgoing)
    },
  )
  proxied.on('error', () => outgoing.destroy())
  outgoing.on('close', () => proxied.destroy())
  incoming.pipe(proxied)
  const texts = Object.entries(params).map(([name, string]) => [name, { string }] as const)
  const triggerMetadata = { Headers: { json: JSON.stringify(headers) }, ...Object.fromEntries(texts) }
  await invoke(registered, { data: { http: {} }, triggerMetadata, invocationId })
}

async function whole(
  incoming: IncomingMessage,
  headers: IncomingHttpHeaders,
  outgoing: ServerResponse,
  { params, registered }: Triggered,
  invoke: Invoke,
): Promise<void> {
  const url = `http://${headers.host ?? 'localhost'}${incoming.url ?? '/'}`
  const body = { bytes: await buffer(incoming) }
  const http = { url, method: incoming.method, headers, params, body } as unknown as NonNullable<Data['http']>
  const returned = (await invoke(registered, { data: { http } })) as Data | undefined
  const { statusCode, headers: answered, body: content } = returned?.http ?? {}
  outgoing.writeHead(Number(statusCode ?? 204), answered)
  outgoing.end(content?.bytes ?? content?.string)
}
