import type { Diagnostic, KqlError } from '@infra-analysis/kql'
import { json, Refusal, type Reply, type WireRequest } from './wire.ts'

/** One of the causes that an error lists. */
interface Detail {
  readonly code: string
  readonly message: string
  readonly [field: string]: unknown
}

/** An error in the shape of Resource Graph: the causes stand in `details`. */
export const resourceGraphError = (
  { id }: WireRequest,
  status: number,
  code: string,
  details: readonly Detail[],
): Reply => json(status, { error: { code, message: `For support: correlationId = ${id}.`, details } })

/** Refuses a request that is wrong. */
export const badRequest = (request: WireRequest, code: string, message: string): Refusal =>
  new Refusal(resourceGraphError(request, 400, 'BadRequest', [{ code, message }]))

const failures: Readonly<Record<number, readonly [code: string, message: string]>> = {
  401: ['AuthenticationFailed', 'The token is missing or not valid.'],
  403: ['AccessDenied', 'Access is denied: nothing that was asked can be read.'],
  429: ['RateLimiting', 'The quota of this caller is used up; ask again when it resets.'],
  500: ['InternalServerError', 'Something went wrong inside.'],
  503: ['ServiceUnavailable', 'The service is not available.'],
  504: ['GatewayTimeout', 'The service did not answer in time.'],
}

/** An error that is not of the query's making. */
export function resourceGraphFailure(status: number, request: WireRequest): Reply {
  const [code, message] = failures[status] ?? ['Failed', 'The request failed.']
  return resourceGraphError(request, status, code, [{ code, message }])
}

/** Refuses a query that is not valid. */
export function invalidQuery(request: WireRequest, { diagnostics }: KqlError): Refusal {
  const invalid = { code: 'InvalidQuery', message: 'The query is not valid.' }
  const [first] = diagnostics.filter(({ severity }) => severity === 'error')
  return new Refusal(
    resourceGraphError(request, 400, 'BadRequest', first ? [invalid, cause(first, request)] : [invalid]),
  )
}

function cause({ code, message, start, length, line, column }: Diagnostic, { body }: WireRequest): Detail {
  if (code === 'UnsupportedJoinFlavor') return { code, message }
  const { query } = JSON.parse(body) as { query: string }
  const token = query.slice(start, start + length)
  return { code: 'ParserFailure', message: 'ParserFailure', line, characterPositionInLine: column - 1, token }
}
