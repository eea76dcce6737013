import { context, metrics, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics'
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { afterAll, expect, test } from 'vitest'
import { fine, request, testHost, toolThat } from '../host.ts'

const spans = new InMemorySpanExporter()
trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }))
const points = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE)
const reader = new PeriodicExportingMetricReader({ exporter: points, exportIntervalMillis: 3_600_000 })
metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }))

afterAll(async () => {
  await reader.shutdown()
  for (const api of [context, metrics, trace]) api.disable()
})

test('a call is a span of the host’s trace and counts by tool and outcome', async () => {
  const { answer } = testHost({ callables: [toolThat(async () => fine)] })
  await answer(request({ traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' }))
  await answer(request({ tool: 'nonsense', traceparent: 'garbage' }))

  const [first, second] = spans.getFinishedSpans()
  expect(first).toMatchObject({ name: 'tools/call get_thing', kind: SpanKind.SERVER })
  expect(first?.spanContext().traceId).toBe('0af7651916cd43dd8448eb211c80319c')
  expect(first?.parentSpanContext?.spanId).toBe('b7ad6b7169203331')
  expect(first?.attributes).toEqual({
    'mcp.method.name': 'tools/call',
    'gen_ai.tool.name': 'get_thing',
    'faas.invocation_id': 'invocation-1',
  })
  expect(second?.parentSpanContext).toBeUndefined()
  expect(second).toMatchObject({ name: 'tools/call unknown', status: { code: SpanStatusCode.ERROR } })

  await reader.forceFlush()
  const measured = points.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics))
  expect(
    measured.map(({ descriptor, dataPoints }) => [
      descriptor.name,
      descriptor.unit,
      dataPoints.map(({ attributes }) => attributes),
    ]),
  ).toEqual(
    [
      ['mcp.tool.duration', 's'],
      ['mcp.tool.calls', ''],
    ].map((named) => [
      ...named,
      [
        { 'gen_ai.tool.name': 'get_thing', outcome: 'ok' },
        { 'gen_ai.tool.name': 'unknown', outcome: 'InvalidInput' },
      ],
    ]),
  )
})
