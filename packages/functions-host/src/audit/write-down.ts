import type { Reply } from '@infra-analysis/core'
import type { Host } from '../host.ts'
import type { CallRequest } from '../pipeline.ts'
import { measure } from './metrics.ts'
import { recordOf } from './record.ts'

/** Writes a call that began at `start`, in milliseconds since 1970, down: its record, its metrics, and of a defect where it happened. */
export function writeDown(host: Host, request: CallRequest, reply: Reply, start: number): void {
  const { callables, clock, log, settings } = host
  const callable = callables.get(request.tool)
  const identity = settings.source === 'sandbox' ? settings.source : settings.outbound
  const record = recordOf({ request, callable, reply, identity, start, end: clock.now() })
  if (record.outcome === 'Defect') log.error(reply.error, 'defect')
  log.info(record, 'audit')
  measure(record)
}
