import { metrics } from '@opentelemetry/api'
import type { AuditRecord } from './record.ts'

/** Counts a call and its time by tool and outcome. The meter is looked up each time: before an SDK is registered there is none. */
export function measure({ tool, outcome, durationMs }: AuditRecord): void {
  const meter = metrics.getMeter('infra-analysis')
  const attributes = { 'gen_ai.tool.name': tool, outcome }
  meter.createHistogram('mcp.tool.duration', { unit: 's' }).record(durationMs / 1000, attributes)
  meter.createCounter('mcp.tool.calls').add(1, attributes)
}
