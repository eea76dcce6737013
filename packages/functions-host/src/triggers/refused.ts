import type { InfraError, Reply } from '@infra-analysis/core'
import { measure } from '../audit/metrics.ts'
import { recordOf } from '../audit/record.ts'
import type { Host } from '../host.ts'
import type { CallRequest } from '../pipeline.ts'
import { refusal } from '../refusal.ts'

/** Refuses a call that never reaches its tool, and writes it down as the pipeline does. */
export function refused(host: Host, request: CallRequest, error: InfraError): Reply {
  const reply = refusal(error)
  const now = host.clock.now()
  const { outbound, source } = host.settings
  const identity = source === 'sandbox' ? source : outbound
  const callable = host.callables.get(request.tool)
  const record = recordOf({ request, callable, reply, identity, start: now, end: now })
  host.log.info(record, 'audit')
  measure(record)
  return reply
}
