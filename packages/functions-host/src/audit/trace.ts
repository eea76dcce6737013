import { context, type Context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import type { Reply } from '@infra-analysis/core'
import type { CallRequest } from '../pipeline.ts'

const parents = /^[\da-f]{2}-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})$/

/** A server span for a call, a child of the host's. Without an SDK that is registered it costs nothing. */
export function traced(request: CallRequest, tool: string, work: () => Promise<Reply>): Promise<Reply> {
  const attributes = {
    'mcp.method.name': 'tools/call',
    'gen_ai.tool.name': tool,
    'faas.invocation_id': request.invocationId,
  }
  const options = { kind: SpanKind.SERVER, attributes }
  const tracer = trace.getTracer('infra-analysis')
  return tracer.startActiveSpan(`tools/call ${tool}`, options, parentOf(request), async (span) => {
    try {
      const reply = await work()
      const { code } = reply.outcome
      if (code !== 'ok') span.setAttribute('error.type', code).setStatus({ code: SpanStatusCode.ERROR })
      return reply
    } finally {
      span.end()
    }
  })
}

function parentOf({ traceparent }: CallRequest): Context {
  const [, traceId, spanId, flags] = parents.exec(traceparent ?? '') ?? []
  if (!traceId || !spanId || !flags) return context.active()
  const traceFlags = Number.parseInt(flags, 16)
  return trace.setSpanContext(context.active(), { traceId, spanId, traceFlags, isRemote: true })
}
