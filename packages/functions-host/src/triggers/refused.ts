import type { InfraError, Reply } from '@infra-analysis/core'
import { writeDown } from '../audit/write-down.ts'
import type { Host } from '../host.ts'
import type { CallRequest } from '../pipeline.ts'
import { refusal } from '../refusal.ts'

/** Refuses a call that never reaches its tool, and writes it down as the pipeline does. */
export function refused(host: Host, request: CallRequest, error: InfraError): Reply {
  const reply = refusal(error)
  writeDown(host, request, reply, host.clock.now())
  return reply
}
