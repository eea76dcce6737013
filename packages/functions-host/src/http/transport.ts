import { app, type HttpRequest, type HttpResponseInit, type InvocationContext } from '@azure/functions'
import type { Host } from '../host.ts'
import { callerOf } from '../identity/principal.ts'
import type { Answer } from '../pipeline.ts'
import { extraInputsOf } from '../triggers/extra-inputs.ts'

/**
 * Registers `POST /api/mcp`: the same tools with what the MCP extension lacks, which is the newer protocol era, annotations and progress. A
 * function key or platform authentication stands in front.
 */
export function registerTransport(host: Host, answer: Answer): void {
  // progress is worth nothing unless it arrives before the answer
  app.setup({ enableHttpStream: true })
  app.http('mcp', {
    methods: ['POST', 'GET', 'DELETE'],
    route: 'mcp',
    authLevel: host.settings.authentication.enabled ? 'anonymous' : 'function',
    extraInputs: extraInputsOf(host.callables.values()),
    handler: async (request, invocation) => responseOf(await served(request, invocation, host, answer)),
  })
}

/** The SDK's answer to a request, loaded with the first one. */
async function served(
  request: HttpRequest,
  invocation: InvocationContext,
  host: Host,
  answer: Answer,
): Promise<Response> {
  const sdk = await import('@modelcontextprotocol/server')
  const { mcpServer } = await import('./mcp-server.ts')
  const { callables, settings } = host
  const webRequest = webRequestOf(request)
  // behind the platform the name is known, and a page of another site has no business here
  const names = settings.hostName ? [settings.hostName.replace(/:\d+$/, '')] : []
  const refused = names.length > 0 && refusedBy(sdk, webRequest, names)
  if (refused) return refused
  const inbound = {
    caller: callerOf(Object.fromEntries(request.headers), settings.authentication),
    invocation,
    invocationId: invocation.invocationId,
    traceparent: invocation.traceContext?.traceParent,
    via: 'mcp',
  } as const
  const options = { maxRequestBodySize: 262_144, maxSubscriptions: 0 }
  return sdk.createMcpHandler(() => mcpServer(callables.values(), inbound, answer), options).fetch(webRequest)
}

type Sdk = typeof import('@modelcontextprotocol/server')

const refusedBy = (sdk: Sdk, request: Request, names: string[]): Response | undefined =>
  sdk.hostHeaderValidationResponse(request, names) ?? sdk.originValidationResponse(request, names)

function webRequestOf({ body, headers, method, url }: HttpRequest): Request {
  const content = body === null ? {} : { body: body as ReadableStream, duplex: 'half' as const }
  return new Request(url, { method, headers: Object.fromEntries(headers), ...content })
}

function responseOf({ body, headers, status }: Response): HttpResponseInit {
  return { status, headers: Object.fromEntries(headers), body: body as HttpResponseInit['body'] }
}
